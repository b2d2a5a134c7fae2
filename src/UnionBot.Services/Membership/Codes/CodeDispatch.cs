using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.Membership.Codes;

/// <summary>Hands committed codes to the edge for sending, each once.</summary>
public sealed class CodeDispatch(
    UnionDb db, Outbox outbox, TemplateBook templates, MembershipCiphers ciphers, TimeProvider time, BusinessClock clock)
{
    private const int MostAtOnce = 20;

    /// <summary>
    /// Takes codes that wait for being sent. From here on the code is nowhere in clear and is never taken again: a host
    /// that stops now may have sent it or not, and the person can ask for another.
    /// </summary>
    public async Task<IReadOnlyList<DueCode>> TakeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ids = await db.Database
            .SqlQuery<Guid>(
                $"""
                SELECT id AS "Value" FROM one_time_code
                 WHERE code IS NOT NULL ORDER BY created_at LIMIT {MostAtOnce} FOR UPDATE SKIP LOCKED
                """)
            .ToListAsync(ct);
        if (ids.Count == 0) return [];

        var codes = await db.OneTimeCodes.Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        DueCode[] due = [.. codes.Where(c => c.Counts(now)).Select(Open)];
        foreach (var code in codes) code.Take(now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return due;
    }

    /// <summary>Notes that the sender took it, or tells the person that it could not be sent and what to do.</summary>
    public async Task ReportAsync(DueCode code, bool isSent, CancellationToken ct)
    {
        if (isSent)
        {
            var sent = await db.OneTimeCodes.SingleOrDefaultAsync(c => c.Id == code.Id, ct);
            sent?.Sent(time.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return;
        }

        var now = clock.GetUtcNow();
        await outbox.AddAsync(
            [
                new OutboundDraft(code.PersonId, $"membership/code-not-sent/{code.Id:N}", new CodeNotSent(), now, now + OneTimeCode.ValidFor)
                {
                    Kind = MessageKind.Code,
                },
            ],
            ct);
    }

    private DueCode Open(OneTimeCode code)
    {
        var digits = ciphers.OpenCode(code.Id, code.Code!);
        return new DueCode(
            code.Id,
            code.PersonId,
            ciphers.OpenCodePhone(code.Id, code.Phone!).Value,
            digits,
            templates.Word(CodeMessage.Of(digits, code.Purpose)));
    }
}

/// <summary>A code on its way to the edge.</summary>
/// <param name="Phone">In clear, as are <paramref name="Code"/> and <paramref name="Text"/>; never logged.</param>
public sealed record DueCode(Guid Id, PersonId PersonId, string Phone, string Code, string Text)
{
    /// <summary>Without anything secret, so that no log shows it.</summary>
    public override string ToString() => Id.ToString();
}
