using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Broadcasts;

/// <summary>One broadcast before the eyes of whoever is signed in.</summary>
internal sealed class BroadcastRoom(
    ConsoleVisit visit,
    BroadcastRegister register,
    AudienceReader audiences,
    BroadcastContents contents,
    BroadcastTyping typing,
    TestSends tests,
    CallLists calls,
    MassLedger ledger,
    StaffRegister staff)
{
    private const int PeopleOnPage = 200;

    private const int Previews = 5;

    private long Staff => visit.Known.Staff;

    /// <param name="refusal">Why something was not done just now; null when nothing was refused.</param>
    public async Task<IResult> ShowAsync(int number, BroadcastRefusal? refusal, CancellationToken ct)
    {
        if (await register.FindAsync(number, Staff, ct) is not { } broadcast) return ConsolePages.Missing();

        var isPlanned = broadcast.State is BroadcastState.Draft or BroadcastState.Approved;
        var people = isPlanned ? await audiences.SampleAsync(broadcast.Content, ct) : [];
        var history = await register.HistoryAsync(number, ct);
        return ConsolePages.Show<BroadcastPage>(
            (nameof(BroadcastPage.Broadcast), broadcast),
            (nameof(BroadcastPage.Typed), await typing.TypedAsync(broadcast.Content, ct)),
            (nameof(BroadcastPage.Plan), isPlanned ? await audiences.PlanAsync(broadcast.Content, ct) : null),
            (nameof(BroadcastPage.Sample), people),
            (nameof(BroadcastPage.Previews), PreviewsOf(broadcast.Content, people)),
            (nameof(BroadcastPage.Counts), broadcast.StartedAt is null ? [] : await ledger.CountsAsync(number, ct)),
            (nameof(BroadcastPage.HaltCode), (await ledger.ReadAsync(number, ct))?.HaltCode),
            (nameof(BroadcastPage.History), history),
            (nameof(BroadcastPage.Names), await staff.NamesAsync(history.Select(e => e.ActorId ?? 0).Distinct(), ct)),
            (nameof(BroadcastPage.Refusal), refusal));
    }

    /// <summary>Asks once more before something is done that cannot be taken back.</summary>
    public async Task<IResult> ShowDecisionAsync(int number, string? deed, CancellationToken ct, bool isReasonMissing = false)
    {
        if (await register.FindAsync(number, Staff, ct) is not { } broadcast) return ConsolePages.Missing();
        if (!DecisionPage.IsKnown(deed)) return ConsolePages.Missing();

        return ConsolePages.Show<DecisionPage>(
            (nameof(DecisionPage.Broadcast), broadcast),
            (nameof(DecisionPage.Deed), deed),
            (nameof(DecisionPage.Preview), contents.Sample(broadcast.Content)),
            (nameof(DecisionPage.Plan), deed == BroadcastEndpoints.Approve ? await audiences.PlanAsync(broadcast.Content, ct) : null),
            (nameof(DecisionPage.IsReasonMissing), isReasonMissing));
    }

    /// <summary>Everybody's fate, as the ledger has it.</summary>
    /// <param name="after">The last person of the page before; 0 for the first page.</param>
    public async Task<IResult> ShowPeopleAsync(int number, long after, CancellationToken ct)
    {
        if (await register.FindAsync(number, Staff, ct) is not { } broadcast) return ConsolePages.Missing();

        // One more than is shown tells whether there is another page.
        var fates = await ledger.FatesAsync(number, after, PeopleOnPage + 1, ct);
        var shown = fates.Take(PeopleOnPage).ToArray();
        return ConsolePages.Show<FatesPage>(
            (nameof(FatesPage.Broadcast), broadcast),
            (nameof(FatesPage.Fates), shown),
            (nameof(FatesPage.Names), await audiences.NamesAsync([.. shown.Select(f => f.Person)], ct)),
            (nameof(FatesPage.IsLater), after > 0),
            (nameof(FatesPage.HasMore), fates.Count > shown.Length));
    }

    public async Task<IResult> ShowPhonesAsync(int number, CallCursor after, CancellationToken ct) =>
        await register.FindAsync(number, Staff, ct) is { } broadcast
            ? ConsolePages.Show<CallListPage>(
                (nameof(CallListPage.Broadcast), broadcast), (nameof(CallListPage.Lines), await calls.ReadAsync(broadcast, after, Staff, ct)))
            : ConsolePages.Missing();

    /// <returns>Why it was not done; null when it was.</returns>
    public Task<BroadcastRefusal?> DoAsync(int number, int seen, string deed, string reason, CancellationToken ct) => deed switch
    {
        BroadcastEndpoints.Approve => register.ApproveAsync(number, seen, reason, Staff, ct),
        BroadcastEndpoints.Pause => register.PauseAsync(number, seen, reason, Staff, ct),
        BroadcastEndpoints.Resume => register.ResumeAsync(number, seen, reason, Staff, ct),
        BroadcastEndpoints.Cancel => register.CancelAsync(number, seen, reason, Staff, ct),
        BroadcastEndpoints.Test => tests.SendAsync(number, Staff, ct),
        _ => Task.FromResult<BroadcastRefusal?>(BroadcastRefusal.Unknown),
    };

    /// <summary>What real people would read, each masked; one where all read the same.</summary>
    private List<Preview> PreviewsOf(BroadcastContent content, IReadOnlyList<SampledPerson> people)
    {
        var shown = people.Take(Previews).Select(person => (Person: person, Text: contents.Preview(content, person)))
            .Where(p => p.Text is not null).Select(p => new Preview(p.Person, p.Text!)).ToList();
        if (shown.Count == 0) return [new Preview(null, contents.Sample(content))];
        return shown.DistinctBy(p => p.Text).Count() == 1 ? [new Preview(null, shown[0].Text)] : shown;
    }
}

/// <param name="Person">Null where everybody reads the same.</param>
public sealed record Preview(SampledPerson? Person, string Text);
