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
            (nameof(OutboxPage.Unknown), await unknown.ListAsync(MostListed, ct)),
            (nameof(OutboxPage.Silent), silent),
            (nameof(OutboxPage.Names), await staff.NamesAsync(silent.Select(d => d.Staff).Append(state.Staff ?? 0).Distinct(), ct)),
            (nameof(OutboxPage.MayDecide), await rights.HoldsForAllAsync(visit.Known.Staff, OutboxEndpoints.Deciding, ct)),
            (nameof(OutboxPage.Refusal), refusal));
    }

    public async Task<IResult> ShowSwitchAsync(bool isReasonMissing, CancellationToken ct) =>
        await rights.HoldsForAllAsync(visit.Known.Staff, OutboxEndpoints.Deciding, ct)
            ? ConsolePages.Show<SwitchPage>(
                (nameof(SwitchPage.State), await sending.ReadAsync(ct)),
                (nameof(SwitchPage.IsReasonMissing), isReasonMissing))
            : ConsolePages.Refused();
}
