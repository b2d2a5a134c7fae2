using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>
/// Reads wishes: trades, places and pay by the words and slots of the bot's understanding, everything else by the words
/// that also read vacancies.
/// </summary>
internal sealed class WishReader(CurrentUnderstanding understanding, TradeTable trades, TraitWords traits, WishWords words) : IWishReader
{
    /// <summary>保安的活也行: as far as this a trade or place stands from the word that adds it, in characters.</summary>
    private const int Beside = 2;

    /// <summary>So many characters that are no word about work may be a slip or a name, where more is said than what a place is like.</summary>
    private const int MostUnknown = 2;

    /// <summary>What hardly any post says: to demand it would find nothing.</summary>
    private const VacancyTraits OnlyLiked =
        VacancyTraits.Commission | VacancyTraits.HalfDay | VacancyTraits.MorningsOnly | VacancyTraits.AfternoonsOnly;

    private readonly CueWords _cues = words.Cues;

    private Interpreter Interpreter => understanding.Value.Interpreter;

    public ReadWish Read(string text, DateTimeOffset at, VacancyWish before)
    {
        if (words.Seekers.Split(text) is not var (own, who, rest)) return ReadOne(text, at, before);

        var (first, other) = (ReadOne(own, at, before), ReadOne(rest, at, new VacancyWish()).Wish);
        if (words.Seekers.IsForBoth(rest)) first = first with { Wish = first.Wish.OrWhere(other) };
        return first with { Others = new OthersWish(who, other.OrWhere(first.Wish)) };
    }

    public Seeker? SeekerIn(string text, IEnumerable<string> known) => words.Seekers.Read(text, known);

    public Seeker? NamedIn(string text, IEnumerable<string> known) => words.Seekers.Named(text, known);

    public MobileNumber? PhoneIn(string fullText, DateTimeOffset at) =>
        Interpreter.SlotsFor(Intent.ApplyVacancy, fullText, at).Text(SlotNames.Phone) is { } digits && MobileNumber.TryParse(digits, out var phone)
            ? phone
            : null;

    public int? OrdinalIn(string text, DateTimeOffset at) =>
        (int?)Interpreter.SlotsFor(Intent.ApplyVacancy, text, at).Number(SlotNames.Ordinal);

    private ReadWish ReadOne(string message, DateTimeOffset at, VacancyWish before)
    {
        var (text, found) = (Interpreter.Plain(message), _cues.Read(message));
        // Mending slips can break a trade (以上保洁): where none is left, the words count as they were written.
        var way = words.Travel.Read(WithoutTrades(text));
        var said = WithTrades(new VacancyWish(), trades.In(text).Any() ? Without(text, way) : message);
        said = WithTraits(said, _cues.WithoutMatters(text));
        said = words.Places.Read(said, text, before.Regions, Interpreter, at, out var unclear);
        said = said with
        {
            Pay = words.Pay.Read(Interpreter.PaysIn(message, at), text, message),
            Age = words.Age.Read(text),
            School = words.School.Read(text),
            StartsOn = words.Start.Read(message, Interpreter.WhenIn(message, at), at),
            AnyAge = words.Age.IsAny(text),
            Reach = way?.Meaning,
            NoLicence = found.HasFlag(Cue.NoLicence),
            ByPay = found.HasFlag(Cue.ByPay),
            Nearest = found.HasFlag(Cue.Nearer),
        };
        if (found.HasFlag(Cue.Frail)) said = said with { Refuses = said.Refuses | VacancyTraits.Heavy };
        if (found.HasFlag(Cue.WantsBase) || said.Pay is { IsBase: true }) said = said with { Refuses = said.Refuses | VacancyTraits.CommissionOnly };

        var adds = Adds(text);
        var isNew = found.HasFlag(Cue.Restart) || (IsWhole(said, unclear) && !adds && !found.HasFlag(Cue.Change));
        var wish = isNew ? WishMerge.New(before, said) : words.Places.Widen(WishMerge.Changed(before, said, adds), said);
        return new ReadWish(wish, !said.IsEmpty || unclear is not null, found, unclear, Others: null) { IsLoose = IsLoose(message, said), Untold = UntoldIn(message) };
    }

    /// <summary>
    /// Whether more than a slip of a sentence is no word about work. Who only says what a place is like (厂里受伤了) may speak of
    /// the work they have, so that there even a slip counts.
    /// </summary>
    private bool IsLoose(string message, VacancyWish said)
    {
        var rest = message.ToCharArray();
        foreach (var (start, end) in KnownIn(message)) rest.AsSpan(start..end).Fill(' ');
        foreach (var name in new[] { said.Quarter }.Concat(said.NotQuarters).OfType<string>())
        {
            if (message.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at) rest.AsSpan(at, name.Length).Fill(' ');
        }

        var most = !said.IsEmpty && (said with { Wants = default, Likes = default, Refuses = default }).IsEmpty ? 0 : MostUnknown;
        return rest.Count(c => char.IsLetter(c) && ChineseNumber.Read([c]) is null) > most;
    }

    private IEnumerable<(int Start, int End)> KnownIn(string message) => trades.In(message).Select(t => (t.Start, t.End))
        .Concat(traits.Find(message).Select(t => (t.Start, t.End)))
        .Concat(words.Places.RegionsIn(message).Select(r => (r.Start, r.End)))
        .Concat(words.Seekers.KnownIn(message))
        .Concat(_cues.KnownIn(message));

    /// <summary>A trade and a place: with both, somebody begins anew.</summary>
    private static bool IsWhole(VacancyWish said, UnclearPlace? unclear) =>
        said.Trades.Count > 0 && (said.Regions.Count > 0 || said.Quarter is not null || unclear is not null);

    /// <summary>加上历城, 保安也行, 或者保安; but not 找个保安，夜班也行.</summary>
    private bool Adds(string text)
    {
        if (_cues.Find(text, Cue.Add).Any() || _cues.Find(text, Cue.AddFirst).Any(word => word.Start == 0)) return true;

        var named = trades.In(text).Select(t => (t.Start, t.End)).Concat(words.Places.RegionsIn(text).Select(r => (r.Start, r.End))).ToList();
        return _cues.Find(text, Cue.Also).Any(also => named.Exists(
            name => also.Start - name.End is >= 0 and <= Beside || name.Start - also.End is >= 0 and <= Beside));
    }

    private string? UntoldIn(string message) => _cues.Find(message, Cue.Untold).Select(word => message[word.Start..word.End].TrimEnd('的')).FirstOrDefault();

    private string WithoutTrades(string text)
    {
        var rest = text.ToCharArray();
        foreach (var (_, start, end) in trades.In(text))
        {
            if (!words.Travel.IsWay(text[start..end])) rest.AsSpan(start..end).Fill('，');
        }

        return new string(rest);
    }

    /// <summary>开车半小时 names no driver.</summary>
    private static string Without(string text, FoundWord<Reach>? way)
    {
        var rest = text.ToCharArray();
        if (way is { } found) rest.AsSpan(found.Start..found.End).Fill('，');
        return new string(rest);
    }

    private VacancyWish WithTrades(VacancyWish said, string text)
    {
        var found = trades.In(text).Select(t => new FoundWord<Trade>(t.Start, t.End, t.Trade));
        var judged = traits.Negation.Judge(text, found).ToList();
        var refused = judged.Where(t => t.IsDenied).Select(t => t.Word).ToList();
        var wanted = judged.Where(t => !t.IsDenied).Select(t => t.Word.Meaning.Name).Distinct().ToList();

        // 不要夜班，除了保安: behind a refusal of something else it is an exception, not a refusal of its own.
        var isException = refused.Count > 0 && wanted.Count == 0 && IsException(text, refused[0].Start);
        var names = refused.Select(t => t.Meaning.Name).Distinct().ToList();
        return said with { Trades = wanted, NotTrades = isException ? [] : names, ExceptTrades = isException ? names : [] };
    }

    /// <summary>除了 before the trade, a refusal before that, and nothing like 都行 behind it.</summary>
    private bool IsException(string text, int trade)
    {
        var except = text.LastIndexOf('除', trade);
        return except > 0
            && traits.Read(text[..except]).Denied != VacancyTraits.None
            && !_cues.Read(text[trade..]).HasFlag(Cue.Anything);
    }

    private VacancyWish WithTraits(VacancyWish said, string text)
    {
        var prefer = _cues.IndexOf(text, Cue.Prefer);
        var (demanded, liked) = prefer < 0 ? (text, "") : (text[..prefer], text[prefer..]);

        // 管饭最好: 最好 at the very end speaks of the clause before it.
        if (prefer >= 0 && traits.Read(liked).Stated == VacancyTraits.None)
        {
            var clause = demanded.TrimEnd('，', ',', ' ').LastIndexOfAny(['，', ',', '。', ' ']) + 1;
            (demanded, liked) = (demanded[..clause], demanded[clause..] + liked);
        }

        // 食品厂包装: a factory that is named beside the trade is no demand of its own.
        var (hard, soft) = (traits.Read(demanded), traits.Read(liked));
        var beside = hard.Stated & (said.Trades.Count > 0 ? OnlyLiked | VacancyTraits.Factory : OnlyLiked);
        return said with
        {
            Wants = WithoutImplied(hard.Stated) & ~hard.Denied & ~beside,
            Likes = (soft.Stated & ~soft.Denied) | (beside & ~hard.Denied),
            Refuses = hard.Denied | soft.Denied,
        };
    }

    /// <summary>日结 says of a vacancy that it is short; whoever wants to be paid every day does not ask for that.</summary>
    private static VacancyTraits WithoutImplied(VacancyTraits stated) =>
        stated.HasFlag(VacancyTraits.DailyPay) ? stated & ~VacancyTraits.Temporary : stated;
}
