using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Vacancies.Review;

/// <summary>What staff decided on a vacancy, as the audit has it.</summary>
public sealed class VacancyHistory(UnionDb db, StaffRegister staff)
{
    internal const string Approved = "vacancy/approved";
    internal const string Rejected = "vacancy/rejected";
    internal const string Hidden = "vacancy/hidden";
    internal const string Closed = "vacancy/closed";

    private static readonly string[] Decisions = [Approved, Rejected, Hidden, Closed];

    /// <returns>The newest last.</returns>
    public async Task<IReadOnlyList<VacancyDecision>> ReadAsync(long number, CancellationToken ct)
    {
        var subject = VacancyReview.SubjectOf(number);
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.Subject == subject && Decisions.Contains(e.Action) && e.ActorKind == AuditActorKind.Staff)
            .OrderBy(e => e.Id).ToListAsync(ct);
        var names = await staff.NamesAsync(entries.Select(e => e.ActorId!.Value).Distinct(), ct);
        return [.. entries.Select(e => new VacancyDecision(e.At, names[e.ActorId!.Value], e.Action, e.Reason))];
    }
}

/// <param name="Staff">Who decided, in clear.</param>
/// <param name="Action">As the audit names it: <c>vacancy/approved</c>.</param>
/// <param name="Reason">Null when none had to be given.</param>
public sealed record VacancyDecision(DateTimeOffset At, string Staff, string Action, string? Reason);
