using System.Globalization;
using UnionBot.Services.Campaigns.Visiting;
using UnionBot.Services.Campaigns.Visits;

namespace UnionBot.Services.Campaigns.Rounds;

/// <summary>Makes a report, and what is read back of it, from what was understood.</summary>
internal static class VisitTelling
{
    private const decimal FenInYuan = 100;

    public static (VisitReport Report, ReadVisitBack Told) Of(VisitDraft draft, VisitReading reading, VisitToMake plan, VisitTitles titles)
    {
        var kit = RoundDesk.KitOf(plan);
        var given = Given(reading, plan);
        var paid = reading.MoneyFen ?? (reading.AllAsPlanned ? plan.CashFen : 0);
        var back = VisitReadBack.Of(reading, kit, titles);
        var outcome = reading.Outcome is { } told ? Of(told) : VisitOutcome.Visited;
        var report = new VisitReport(outcome)
        {
            At = reading.ClaimedAt,
            Given = given.ToDictionary(g => g.Name, g => (int)g.Count),
            PaidFen = paid,
            ReceivedBy = back.Proxy,
            Note = Note(back),
            Again = reading.Again?.Date,
            RefusesPress = reading.NoPublicity,
        };
        var things = given.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Name} {g.Count} {g.Unit}")).ToList();
        if (paid > 0) things.Add(string.Create(CultureInfo.InvariantCulture, $"现金 {paid / FenInYuan:0.##} 元"));
        return (report, new ReadVisitBack(draft.Name, things, back.Outcome, back.Proxy, back.Changes, back.Needs, draft.Photos.Count));
    }

    private static List<CountedThing> Given(VisitReading reading, VisitToMake plan)
    {
        var told = reading.Given.ToDictionary(g => g.Item.Code, g => g.Count);
        return
        [
            .. plan.Things.Select(thing => thing with { Count = told.TryGetValue(thing.Name, out var count) ? count : reading.AllAsPlanned ? thing.Count : 0 }).Where(thing => thing.Count > 0),
        ];
    }

    /// <summary>What the household needs, and what changed, in the words that were read back.</summary>
    private static string? Note(VisitReadBack back)
    {
        string[] notes = [.. back.Changes, .. back.Needs, .. back.Reason is { } reason ? new[] { reason } : []];
        return notes.Length == 0 ? null : string.Join('；', notes);
    }

    private static VisitOutcome Of(ToldOutcome told) => told switch
    {
        ToldOutcome.Visited => VisitOutcome.Visited,
        ToldOutcome.ByProxy => VisitOutcome.ReceivedForThem,
        ToldOutcome.NotHome => VisitOutcome.NotAtHome,
        ToldOutcome.Moved or ToldOutcome.NotFound => VisitOutcome.NotFound,
        ToldOutcome.Refused => VisitOutcome.Declined,
        ToldOutcome.Deceased => VisitOutcome.Died,
        ToldOutcome.Changed => VisitOutcome.Changed,
        ToldOutcome.AtUnion => VisitOutcome.FetchedAtUnion,
        ToldOutcome.ByPost or ToldOutcome.ByTransfer => VisitOutcome.SentOrPaid,
        _ => throw new ArgumentOutOfRangeException(nameof(told)),
    };
}
