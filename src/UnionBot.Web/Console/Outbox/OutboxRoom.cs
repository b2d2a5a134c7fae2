using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Outbox;

/// <summary>The pages, with what they need.</summary>
internal sealed class OutboxRoom(
    ConsoleVisit visit, StaffRights rights, StaffRegister staff, SendSwitch sending, UnknownOutcomes unknown, SilentDays days)
{
    private const int MostListed = 200;

    /// <param name="refusal">Why a form was refused just now; null when none was.</param>
    public async Task<IResult> ShowAsync(string? refusal, CancellationToken ct)
    {
        var state = await sending.ReadAsync(ct);
        var silent = await days.ListAsync(ct);
        return ConsolePages.Show<OutboxPage>(
            (nameof(OutboxPage.State), state),
            (nameof(OutboxPage.Unknown), await unknown.ListAsync(await rights.ScopeAsync(visit.Known.Staff, OutboxEndpoints.Readers.Roles.ToArray(), ct), MostListed, ct)),
            (nameof(OutboxPage.Silent), silent),
            (nameof(OutboxPage.Names), await staff.NamesAsync(silent.Select(d => d.Staff).Append(state.Staff ?? 0).Distinct(), ct)),
            (nameof(OutboxPage.MayDecide), OutboxEndpoints.Deciders.Admits(visit.Known)),
            (nameof(OutboxPage.Refusal), refusal));
    }

    /// <param name="attempt">What was just refused; null when the page is only looked at.</param>
    public async Task<IResult> ShowSwitchAsync(SwitchAttempt? attempt, CancellationToken ct) =>
        ConsolePages.Show<SwitchPage>((nameof(SwitchPage.State), await sending.ReadAsync(ct)), (nameof(SwitchPage.Attempt), attempt));
}
