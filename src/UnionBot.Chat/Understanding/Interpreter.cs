using UnionBot.Chat.Calendar;
using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Chat.Understanding.Intents;
using UnionBot.Chat.Understanding.Reading;
using UnionBot.Chat.Understanding.Slots;

namespace UnionBot.Chat.Understanding;

/// <summary>
/// Understands free Chinese: what is wanted, what else, and what is said about it. Offline; the same message always means the
/// same. Has no state but what it learnt at start, so one serves everybody at once.
/// </summary>
public sealed class Interpreter
{
    /// <summary>Told less surely than this, the bot asks with its two guesses instead of acting.</summary>
    private const float SureEnough = 0.68f;

    /// <summary>Told as surely as this by the model, danger is danger although no phrase of the crisis list is there.</summary>
    private const float DangerEnough = 0.6f;

    /// <summary>Told as surely as this, the bot asks whether somebody is in danger: in a message without any word of danger.</summary>
    private const float DangerFeared = 0.25f;

    /// <summary>The same for a message of nothing but words of danger. Who is in danger writes few words.</summary>
    private const float DangerFearedInBrief = 0.03f;

    private readonly Lexicon _lexicon;
    private readonly CrisisWords _crisis;
    private readonly SetPhrases _phrases;
    private readonly WishReader _wishes;
    private readonly IntentReader _intents;
    private readonly SlotFiller _slots;
    private readonly WhenReader _dates;

    internal Interpreter(
        Lexicon lexicon,
        CrisisWords crisis,
        SetPhrases phrases,
        IntentReader intents,
        ClauseReader clauses,
        SlotFiller slots,
        WhenReader dates)
    {
        (_lexicon, _crisis, _phrases, _intents, _slots, _dates) = (lexicon, crisis, phrases, intents, slots, dates);
        _wishes = new WishReader(intents, clauses);
    }

    private Interpreter(Interpreter learnt, WhenReader dates)
    {
        (_lexicon, _crisis, _phrases, _wishes, _intents) = (learnt._lexicon, learnt._crisis, learnt._phrases, learnt._wishes, learnt._intents);
        (_slots, _dates) = (learnt._slots.With(dates), dates);
    }

    /// <summary>The same with another holiday schedule, which may change while it is in use.</summary>
    public Interpreter With(HolidaySchedule holidays) => new(this, _dates.With(holidays));

    /// <summary>How many features were learnt.</summary>
    internal int Features => _intents.Features;

    /// <param name="message">Normalised text, as in <c>Input.FullText</c>.</param>
    /// <param name="now">When it was written.</param>
    public Meaning Interpret(string message, DateTimeOffset now)
    {
        var plain = _lexicon.Read(message);
        var when = _dates.Read(message, now);
        var danger = DangerIn(message, plain);
        if (danger is { Share: >= DangerEnough } told) return InDanger(told, plain, when, now);
        if (_phrases.Find(message) is { } phrase) return new Meaning(phrase, 1) { When = when };

        var meaning = WantedIn(plain, when, now);
        return danger is { } feared ? meaning with { MayBeDanger = feared.Kind, OtherDanger = feared.Other } : meaning;
    }

    private Meaning WantedIn(PlainText plain, WhenReading when, DateTimeOffset now)
    {
        var wishes = _wishes.Read(plain);
        var intent = wishes.First.Intent;
        return new Meaning(intent, wishes.First.Share)
        {
            Further = wishes.Further,
            Slots = _slots.Fill(new SlotSource(intent, wishes.Kept, when, now), urgency: null),
            When = when,
            Ask = wishes.First.Share < SureEnough ? (intent, wishes.Second.Intent) : null,
        };
    }

    /// <summary>What a message says about a wish that is known already, because a dialog waits for it.</summary>
    /// <param name="message">Normalised text, as in <c>Input.FullText</c>.</param>
    /// <param name="now">When it was written.</param>
    public SlotValues SlotsFor(Intent intent, string message, DateTimeOffset now) =>
        _slots.Fill(new SlotSource(intent, _lexicon.Read(message), _dates.Read(message, now), now), urgency: null);

    /// <summary>The sums of money that a message names, with their places in its plain Chinese; days and times are none.</summary>
    /// <param name="message">Normalised text, as in <c>Input.Text</c>.</param>
    /// <param name="now">When the message was written.</param>
    public IReadOnlyList<PayMention> PaysIn(string message, DateTimeOffset now)
    {
        var source = new SlotSource(Intent.FindVacancy, _lexicon.Read(message), _dates.Read(message, now), now);
        return [.. PayScanner.Find(source.Text).Where(pay => !source.IsTime(pay.Start))];
    }

    /// <summary>The day and time that a message names.</summary>
    /// <inheritdoc cref="PaysIn"/>
    public WhenReading WhenIn(string message, DateTimeOffset now) => _dates.Read(message, now);

    /// <summary>A message in plain Chinese: simplified, slips mended, dialect put aside.</summary>
    public string Plain(string message) => _lexicon.Read(message).Text;

    /// <param name="message">Normalised text, as in <c>Input.Text</c>.</param>
    internal Glance Look(string message) => _intents.Look(_lexicon.Read(message).Text);

    /// <returns>Null when nothing is feared, which is so of nearly every message.</returns>
    private DangerShare? DangerIn(string message, PlainText plain)
    {
        var read = _intents.ReadDanger(plain.Text);
        if ((_crisis.Find(message) ?? _crisis.Find(plain.Text)) is { } kind)
            return new DangerShare(kind, 1) { Other = read.Share < DangerFeared ? null : read.BesidesKind(kind) };

        if (read.Share >= FearedFrom(read.Cover)) return read;
        return _crisis.FindCall(message) is { } call ? new(call, DangerFeared) : null;
    }

    /// <param name="cover">Which part of the message is words of danger, from 0 to 1.</param>
    private static float FearedFrom(float cover) => MathF.Max(DangerFearedInBrief, DangerFeared * (1 - cover) * (1 - cover));

    private Meaning InDanger(DangerShare danger, PlainText plain, WhenReading when, DateTimeOffset now)
    {
        var intent = Labels.IntentOf(danger.Kind);
        var urgency = intent == Intent.HumanAgent ? "crisis" : "emergency";
        return new Meaning(intent, danger.Share)
        {
            Danger = danger.Kind,
            OtherDanger = danger.Other,
            When = when,
            Slots = _slots.Fill(new SlotSource(intent, plain, when, now), urgency),
        };
    }
}
