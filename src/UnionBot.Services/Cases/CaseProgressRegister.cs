using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.Cases;

/// <summary>A person's cases on the database.</summary>
internal sealed class CaseProgressRegister(TurnDatabase turn, DutyRota rota) : ICaseProgress
{
    /// <summary>More than this fills a phone; whoever has more asks by number.</summary>
    private const int Most = 3;

    public async Task<CaseProgress?> FindAsync(PersonId person, long number, CancellationToken ct) =>
        await ReadAsync(Of(person).Where(c => c.Id == number), ct) is [var only] ? only : null;

    public async Task<IReadOnlyList<CaseProgress>> LatestAsync(PersonId person, CancellationToken ct)
    {
        var open = await ReadAsync(Of(person).Where(c => c.Status != CaseStatus.Closed).OrderByDescending(c => c.Id).Take(Most), ct);
        return open.Count > 0 ? open : await ReadAsync(Of(person).OrderByDescending(c => c.ClosedAt).Take(1), ct);
    }

    public Task<bool> IsAnybodyThereAsync(DateTimeOffset at, CancellationToken ct) => rota.IsAnybodyThereAsync(at, ct);

    private IQueryable<Case> Of(PersonId person) => turn.Db.Set<Case>().AsNoTracking().Where(c => c.PersonId == person);

    private async Task<IReadOnlyList<CaseProgress>> ReadAsync(IQueryable<Case> cases, CancellationToken ct)
    {
        var rows = await cases
            .Select(c => new
            {
                Case = c,
                TakenAt = turn.Db.Set<CaseEntry>()
                    .Where(e => e.CaseId == c.Id && e.Deed == CaseDeed.Claimed).Max(e => (DateTimeOffset?)e.At),
            })
            .ToListAsync(ct);
        return [.. rows.Select(row => ProgressOf(row.Case, row.TakenAt))];
    }

    /// <param name="takenAt">Null for a case that is with staff since it was opened again.</param>
    private static CaseProgress ProgressOf(Case @case, DateTimeOffset? takenAt) => new(
        @case.Id,
        UnionCalendar.DayOf(@case.OpenedAt),
        @case.Status is CaseStatus.Open ? null : UnionCalendar.DayOf(takenAt ?? @case.OpenedAt),
        DayOf(@case.DueAt),
        DayOf(@case.ClosedAt));

    private static DateOnly? DayOf(DateTimeOffset? at) => at is { } moment ? UnionCalendar.DayOf(moment) : null;
}
