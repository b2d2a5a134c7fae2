using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Duty;

/// <summary>The rota before the eyes of whoever is signed in.</summary>
internal sealed class DutyRoom(
    ConsoleVisit visit, StaffRegister staff, DutyRegister register, DutyRota rota, DutyReach reach, BusinessClock clock)
{
    /// <summary>Of shifts further away it is too early to say whom an alarm reaches.</summary>
    private static readonly TimeSpan LooksAhead = TimeSpan.FromDays(7);

    /// <param name="draft">What was just refused; null when the page is only looked at.</param>
    public async Task<IResult> ShowAsync(ShiftDraft? draft, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var gaps = await reach.GapsAsync(now, now + LooksAhead, ct);
        return ConsolePages.Show<DutyPage>(
            (nameof(DutyPage.Shifts), await register.ListAsync(ct)),
            (nameof(DutyPage.Version), await register.VersionAsync(ct)),
            (nameof(DutyPage.Now), now),
            (nameof(DutyPage.OnDuty), await rota.OnDutyAsync(now, ct)),
            (nameof(DutyPage.Gaps), gaps.ToDictionary(g => g.StaffId, g => g.Kind)),
            (nameof(DutyPage.Staff), await staff.ListAsync(ct)),
            (nameof(DutyPage.MayChange), DutyEndpoints.Changers.Admits(visit.Known)),
            (nameof(DutyPage.Draft), draft));
    }
}
