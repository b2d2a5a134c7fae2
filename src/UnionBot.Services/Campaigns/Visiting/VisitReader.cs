using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Services.Campaigns.Visiting.Facts;
using UnionBot.Services.Campaigns.Visiting.Things;

namespace UnionBot.Services.Campaigns.Visiting;

/// <summary>Reads what a visitor writes on a visit, in free Chinese. Has no state but its words, so one serves everybody at once.</summary>
public sealed class VisitReader
{
    /// <summary>What may stand in front of an order: 我想, 看看.</summary>
    private const int LongestBeforeCommand = 4;

    private readonly VisitWords _words;
    private readonly WhenReader _dates;
    private readonly ThingReader _things;
    private readonly SignerReader _signers;
    private readonly OutcomeReader _outcomes;
    private readonly TimeReader _times;
    private readonly HouseholdReader _households;

    private VisitReader(VisitWords words, ThingWords things, WhenReader dates, Surnames surnames)
    {
        (_words, _dates, _things) = (words, dates, new ThingReader(things));
        (_signers, _outcomes, _times, _households) = (new SignerReader(words), new OutcomeReader(words), new TimeReader(words, dates), new HouseholdReader(words, surnames));
        Titles = new VisitTitles(words);
    }

    /// <summary>What outcomes are called.</summary>
    public VisitTitles Titles { get; }

    /// <exception cref="BrokenFileException">A file of words is missing or wrong.</exception>
    public static VisitReader Load(DataFolder folder, WhenReader dates) =>
        new(VisitWords.Load(folder), ThingWords.Load(folder), dates, Surnames.Load(folder.Path));

    /// <param name="text">As it was written.</param>
    /// <param name="kit">What is planned for this visit.</param>
    /// <param name="at">When it was written.</param>
    public VisitReading Read(string text, IReadOnlyList<KitItem> kit, DateTimeOffset at)
    {
        var said = TextNormaliser.Normalise(text).ToLowerInvariant();
        var household = _households.Read(said);
        var command = CommandIn(said);
        var things = _things.Read(said, kit, Taken(said, household?.Span, at));
        var after = AfterCorrection(said);
        var facts = new VisitReading
        {
            HasArrived = HasArrived(said, household?.Span),
            Household = household?.Hint,
            Command = command,
            Given = command is DayCommand.Return ? [] : things.Given,
            Returned = command is DayCommand.Return ? things.Given : [],
            MoneyFen = things.MoneyFen,
            AllAsPlanned = things.AllAsPlanned,
            Substitutes = things.Substitutes,
            Signer = _signers.Read(after) ?? _signers.Read(said),
            IsSigned = _signers.IsSigned(after) ?? _signers.IsSigned(said),
            Changes = ChangesIn(said),
            Needs = NeedsIn(said),
            NoPublicity = _words.Has(VisitCue.NoPublicity, said),
            IsAboutPrevious = _words.Has(VisitCue.Previous, said),
            Correction = _words.Has(VisitCue.TakeBack, said) ? VisitCorrection.TakeBack : Amends(said).Any() ? VisitCorrection.Amend : null,
            IsLate = _times.IsLate(said),
        };
        if (command is not null) return facts with { Unclear = things.Questions };

        return Judge(facts, said, after, things, at);
    }

    private VisitReading Judge(VisitReading facts, string said, string after, ThingFindings things, DateTimeOffset at)
    {
        var told = _outcomes.Read(after) is { Count: > 0 } corrected ? corrected : _outcomes.Read(said);
        var outcome = OutcomeOf(told, facts, things);
        var again = _times.Again(said, at);
        var read = facts with
        {
            Outcome = outcome,
            Refusal = outcome is ToldOutcome.Refused ? _outcomes.ReasonOf(said) : null,
            Again = outcome is ToldOutcome.Deceased ? null : again.When,
            ClaimedAt = facts.IsLate ? _times.ClaimedAt(said, at) : null,
        };
        var isDeadOrAway = outcome is null or ToldOutcome.NotHome && _outcomes.IsDeadOrAway(said);
        return read with
        {
            Outcome = isDeadOrAway ? null : outcome,
            Unclear = VisitDoubts.Of(read, things, isDeadOrAway, again.IsTold),
        };
    }

    private static ToldOutcome? OutcomeOf(IReadOnlySet<ToldOutcome> told, VisitReading facts, ThingFindings things)
    {
        if (told.Contains(ToldOutcome.Deceased)) return ToldOutcome.Deceased;
        if (facts.Signer is { IsProxy: true } || told.Contains(ToldOutcome.ByProxy)) return ToldOutcome.ByProxy;
        if (things.HasGift) return ToldOutcome.Visited;

        ToldOutcome[] byWeight =
        [
            ToldOutcome.AtUnion, ToldOutcome.ByTransfer, ToldOutcome.ByPost, ToldOutcome.Moved, ToldOutcome.Refused, ToldOutcome.NotFound, ToldOutcome.NotHome,
            ToldOutcome.Visited, ToldOutcome.Changed,
        ];
        foreach (var outcome in byWeight)
        {
            if (told.Contains(outcome)) return outcome;
        }

        return facts.IsSigned is true ? ToldOutcome.Visited : facts.Changes.Count > 0 ? ToldOutcome.Changed : null;
    }

    /// <summary>What belongs to days, times, households: no number in it counts a thing.</summary>
    private TextSpan[] Taken(string said, TextSpan? household, DateTimeOffset at)
    {
        var spans = _dates.Read(said, at).Spans;
        return household is { } span ? [.. spans, span] : [.. spans];
    }

    private string AfterCorrection(string said) => Amends(said).LastOrDefault() is { End: > 0 } last ? said[last.End..] : said;

    private IEnumerable<(int Start, int End)> Amends(string said) => _words.FindAll(VisitCue.Amend, said)
        .Where(amend => !_words.FindAll(VisitCue.NotAmend, said).Any(other => other.Start <= amend.Start && other.End >= amend.End));

    private bool HasArrived(string said, TextSpan? household)
    {
        var rest = household is { } span ? said.Remove(span.Start, span.Length) : said;
        return Clauses.Of(rest).Any(clause =>
        {
            var start = 0;
            while (_words.Leading.FirstOrDefault(w => clause.AsSpan(start).StartsWith(w, StringComparison.Ordinal)) is { } lead) start += lead.Length;
            var bare = clause[start..];
            return _words.Find(VisitCue.Arrived, bare) is (0, _) && _words.Find(VisitCue.NotArrived, bare) is not (0, _) && !_words.Has(VisitCue.NotArrived, clause[..Math.Min(clause.Length, start + 3)]);
        });
    }

    private DayCommand? CommandIn(string said)
    {
        var first = Clauses.Of(said) is [var clause, ..] ? clause : "";
        foreach (var (command, words) in _words.Commands)
        {
            if (words.Find(first) is not var (start, end) || start > LongestBeforeCommand || _words.IsDenied(first, start)) continue;
            if (first[..start].Any(c => "他她孩儿女媳户家上".Contains(c, StringComparison.Ordinal))) continue;
            if (command is DayCommand.Leave || (command is DayCommand.Return && !first[end..].StartsWith('来') && !first[end..].StartsWith("刚才", StringComparison.Ordinal)) || first.Length - end <= 3) return command;
        }

        return null;
    }

    private IReadOnlyList<VisitLabel> ChangesIn(string said) =>
        [.. _words.Changes.Where(c => c.Words.Find(said) is var (start, _) && !_words.IsDenied(said, start) || (c.Label.Code == "bereaved" && _outcomes.IsBereaved(said))).Select(c => c.Label)];

    private IReadOnlyList<VisitNeed> NeedsIn(string said) => [.. _words.Needs.Where(n => IsNeeded(n, said)).Select(n => n.Need)];

    private bool IsNeeded(NeedWords need, string said) => Clauses.Of(said).Any(clause =>
        need.Words.Find(clause) is var (start, end) && !_words.IsDenied(clause, start) && !_words.DoneNeeds.IsIn(clause[end..]) && !_words.DoneNeeds.IsIn(clause[..start]));
}
