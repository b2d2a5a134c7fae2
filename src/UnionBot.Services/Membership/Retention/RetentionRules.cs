using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Media;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.Retention;

/// <summary>
/// The table of what is kept how long. Where no statute says so the time is a proposal that a union may shorten: PIPL §19
/// demands the shortest time that the purpose needs.
/// </summary>
internal static class RetentionRules
{
    /// <summary>Who was sent which broadcast, as long as whole months of the ledger are kept.</summary>
    public const int BroadcastDays = 3 * Year;

    private const int Year = 365;
    private const int AuditDays = 3 * Year;
    private const string Proposal = "PIPL §19, no statute: proposal";
    private const string SecurityLog = "网络安全法: logs for security at least six months";

    public static IReadOnlyList<RetentionRule> All { get; } =
    [
        new("words of people", 180, Proposal, (db, cut, ct) => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE inbound SET body = NULL, secret = NULL
             WHERE sent_at < {cut} AND answered_at IS NOT NULL AND (body IS NOT NULL OR secret IS NOT NULL)
            """, ct)),
        new("words to people", 180, Proposal, (db, cut, ct) => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE outbound SET text = '', notice = NULL
             WHERE created_at < {cut} AND period >= {MonthsBefore(cut, 12)} AND text <> ''
               AND status NOT IN ({(short)OutboundStatus.Queued}, {(short)OutboundStatus.Sending}, {(short)OutboundStatus.HeldForContact})
            """, ct)),
        new("state of talks", 180, Proposal, (db, cut, ct) => db.Database.ExecuteSqlAsync(
            $"UPDATE talk SET state = NULL, version = version + 1 WHERE last_at < {cut} AND state IS NOT NULL", ct)),
        new("photos and voices", 180, Proposal, (db, cut, ct) => db.Database.ExecuteSqlAsync(
            $"""
            WITH gone AS (
                UPDATE media_file SET status = {(short)MediaStatus.Erased}, platform_id = NULL
                 WHERE received_at < {cut} AND status <> {(short)MediaStatus.Erased} RETURNING id, period)
            DELETE FROM media_chunk c USING gone WHERE c.media_id = gone.id AND c.period = gone.period
            """, ct)),
        new("notes of closed cases", 3 * Year, Proposal, (db, cut, ct) => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE case_entry SET note = NULL FROM union_case c
             WHERE case_entry.case_id = c.id AND c.closed_at < {cut} AND case_entry.note IS NOT NULL
            """, ct)),
        new("one-time codes", 30, Proposal, (db, cut, ct) =>
            db.OneTimeCodes.Where(c => c.CreatedAt < cut && c.EndedAt != null).ExecuteDeleteAsync(ct)),
        new("tries of bind codes", 30, Proposal, (db, cut, ct) =>
            db.BindCodeTries.Where(t => t.At < cut).ExecuteDeleteAsync(ct)),
        new("links to copies", 30, Proposal, (db, cut, ct) =>
            db.MyDataLinks.Where(l => l.ExpiresAt < cut).ExecuteDeleteAsync(ct)),
        new("bind codes", Year, Proposal, (db, cut, ct) =>
            db.BindCodes.Where(c => c.ExpiresAt < cut).ExecuteDeleteAsync(ct)),
        new("consents that were withdrawn", 3 * Year, "PIPL §55–56: processing + 3 years, by analogy", (db, cut, ct) =>
            db.Set<Consent>().Where(c => c.WithdrawnAt < cut).ExecuteDeleteAsync(ct)),
        new("wishes to be forgotten", 3 * Year, "PIPL §47: proof that they were carried out", (db, cut, ct) =>
            db.DeletionRequests.Where(r => r.EndedAt < cut).ExecuteDeleteAsync(ct)),
        new("audit", AuditDays, SecurityLog, (db, cut, ct) => AuditLog.ForgetAsync(db, cut, cut.AddDays(AuditDays), ct)),
        new("runs of jobs", Year, SecurityLog, (db, cut, ct) =>
            db.Database.ExecuteSqlAsync($"DELETE FROM job_run WHERE due < {cut}", ct)),
        new("reports of sends", 3 * Year, Proposal, (db, cut, ct) =>
            db.Set<DeliveryReport>().Where(r => r.At < cut).ExecuteDeleteAsync(ct)),
        new("answers to notices", 3 * Year, "PIPL §55–56: processing + 3 years, by analogy", (db, cut, ct) =>
            db.Set<NoticeAnswer>().Where(a => a.At < cut).ExecuteDeleteAsync(ct)),
        new("news of the account", 3 * Year, SecurityLog, (db, cut, ct) =>
            db.Set<PlatformEvent>().Where(e => e.At < cut).ExecuteDeleteAsync(ct)),
        new("counts of unreadable pushes", Year, SecurityLog, (db, cut, ct) =>
            db.Database.ExecuteSqlAsync($"DELETE FROM unreadable_push WHERE last_at < {cut}", ct)),
    ];

    /// <summary>Partitions that hold nothing any rule still wants, with the days after which they go whole.</summary>
    public static IReadOnlyList<(string Table, int Days)> Partitions { get; } =
    [
        ("inbound", 180),
        ("media_chunk", 180),

        // The ledger proves longer than its words live what was told to whom.
        ("outbound", 3 * Year),
    ];

    // Older months have been emptied before and need not be searched again.
    private static DateOnly MonthsBefore(DateTimeOffset cut, int months) =>
        new DateOnly(cut.UtcDateTime.Year, cut.UtcDateTime.Month, 1).AddMonths(-months);
}
