using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Services.Vacancies.Contacts;

namespace UnionBot.Services.Vacancies.FollowUps;

/// <summary>Keeps follow-ups within the turn that speaks of them.</summary>
internal sealed class Placements(TurnDatabase turn) : IPlacements
{
    public async Task ApplyAsync(PersonId person, long vacancy, DateTimeOffset at, CancellationToken ct) =>
        (await BegunAsync(person, at, ct)).Begin(vacancy, isWorking: false, UnionCalendar.DayOf(at));

    public async Task FindAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        var placement = await BegunAsync(person, at, ct);
        placement.Begin(placement.VacancyId, isWorking: true, UnionCalendar.DayOf(at));
    }

    public Task<Placement?> OpenAsync(PersonId person, CancellationToken ct) =>
        turn.Db.Set<Placement>().SingleOrDefaultAsync(p => p.PersonId == person && p.EndedAt == null, ct);

    // The talk is locked, so nobody works on the case through this person meanwhile; staff lock the talk, too.
    public async Task SettleAsync(Placement placement, DateTimeOffset at, CancellationToken ct)
    {
        if (placement.Asked is not { } asked) return;

        var (kind, subject) = (CaseKinds.Of(asked), VacancyCall.SubjectOf(placement.VacancyId));
        var open = await turn.Db.Set<Case>().SingleOrDefaultAsync(
            c => c.PersonId == placement.PersonId && c.Kind == kind && c.Subject == subject && c.Status == CaseStatus.Open, ct);
        open?.Settle(at);
    }

    private async Task<Placement> BegunAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        if (await OpenAsync(person, ct) is { } placement) return placement;

        placement = new Placement(Guid.CreateVersion7(), person, vacancy: null, UnionCalendar.DayOf(at));
        turn.Db.Add(placement);
        return placement;
    }
}
