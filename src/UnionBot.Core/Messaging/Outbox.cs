using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>
/// The one way words leave the union unasked. A service can only add to the ledger, in its own transaction; sending
/// happens at the edge, after the commit.
/// </summary>
public sealed class Outbox(
    UnionDb db, TemplateBook templates, MessageCiphers ciphers, MessagePartitions partitions, SendingRules rules, BusinessClock clock)
{
    /// <summary>Words the drafts and adds them to the ledger, in the caller's transaction.</summary>
    /// <returns>How many were added; the others had been told of their occasion before.</returns>
    /// <exception cref="FileNotFoundException">A reply has no template; nothing is added.</exception>
    public async Task<int> AddAsync(IReadOnlyCollection<OutboundDraft> drafts, CancellationToken ct)
    {
        foreach (var draft in drafts) await partitions.EnsureAsync(draft.DueOn, ct);

        var now = clock.GetUtcNow();
        var to = drafts.Select(d => d.To.Value).ToArray();
        var occasions = drafts.Select(d => d.Occasion).ToArray();
        var texts = drafts.Select(d => ciphers.SealText(templates.Word([d.Reply, .. d.Further]), d.To, d.Occasion)).ToArray();
        var notices = drafts.Select(SealNotice).ToArray();
        var periods = drafts.Select(d => AnswerOccasion.PeriodOf(d.DueOn)).ToArray();
        var kinds = drafts.Select(d => (short)d.Kind).ToArray();
        var notBefore = drafts.Select(NotBefore).ToArray();
        var notAfter = drafts.Select(d => d.NotAfter).ToArray();

        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbound (period, person_id, occasion, kind, text, notice, status, created_at, not_before, not_after)
            SELECT d, p, o, k, t, n, {(short)OutboundStatus.Queued}, {now}, b, e
              FROM unnest({periods}, {to}, {occasions}, {kinds}, {texts}, {notices}, {notBefore}, {notAfter})
                AS draft (d, p, o, k, t, n, b, e)
                ON CONFLICT (person_id, occasion, period) DO NOTHING
            """, ct);
    }

    private DateTimeOffset NotBefore(OutboundDraft draft) =>
        SendRoutes.IsReminder(draft.Kind) ? rules.Times.ForReminder(draft.DueOn) : draft.DueOn;

    /// <summary>
    /// Takes back what has not begun to be sent, in the caller's transaction: it never goes. Who sends asks the ledger again when
    /// they begin, so this holds for what a host has claimed already.
    /// </summary>
    /// <returns>How many were taken back.</returns>
    public Task<int> WithdrawAsync(PersonId to, IReadOnlyCollection<string> occasions, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE outbound SET status = {(short)OutboundStatus.Withheld}, withheld = {(short)WithheldReason.Cancelled}, leased_until = NULL
         WHERE person_id = {to.Value} AND occasion = ANY ({occasions.ToArray()})
           AND status IN ({(short)OutboundStatus.Queued}, {(short)OutboundStatus.HeldForContact}) AND begun_at IS NULL
        """, ct);

    private byte[]? SealNotice(OutboundDraft draft) =>
        draft.Notice is { } notice ? ciphers.SealNotice(templates.Word(notice), draft.To, draft.Occasion) : null;
}
