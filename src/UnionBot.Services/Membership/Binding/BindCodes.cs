using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.Binding;

/// <summary>Bind codes: staff issue them, members type them. Validity and tries run on real time.</summary>
public sealed class BindCodes(MembershipCiphers ciphers, TimeProvider time, BusinessClock clock)
{
    /// <summary>Issues a code in place of an earlier one of the same member, and saves.</summary>
    /// <param name="staff">Who answers for it.</param>
    /// <param name="reason">How staff know that it is the member; kept in the audit.</param>
    /// <returns>The code, shown once and kept nowhere; null when there is no such member or somebody is bound already.</returns>
    public async Task<string?> IssueAsync(
        UnionDb db, long member, long staff, TimeSpan validFor, string? reason, CancellationToken ct)
    {
        var isFree = await db.Set<Member>().AnyAsync(m => m.Id == member && m.PersonId == null, ct);
        if (!isFree) return null;

        var now = time.GetUtcNow();
        foreach (var earlier in await db.BindCodes.Where(c => c.MemberId == member && c.EndedAt == null).ToListAsync(ct))
            earlier.End(now);

        var code = RandomNumberGenerator.GetString(BindCode.Characters, BindCode.Length);
        db.Add(new BindCode(member, ciphers.BindCodeHash(code), staff, now, validFor));
        new AuditLog(db).Add(AuditActor.Staff(staff), "bind-code/issued", $"member/{member}", clock.GetUtcNow(), reason);
        await db.SaveChangesAsync(ct);
        return code;
    }

    internal Task<bool> HaveTooManyFailedAsync(UnionDb db, PersonId person, CancellationToken ct)
    {
        var since = time.GetUtcNow() - BindCodeTry.Window;
        return db.BindCodeTries
            .Where(t => t.PersonId == person && t.At > since).Skip(BindCodeTry.Most - 1).AnyAsync(ct);
    }

    /// <summary>Finds and locks the code.</summary>
    /// <returns>Null when it is none that counts.</returns>
    internal async Task<BindCode?> FindAsync(UnionDb db, string code, CancellationToken ct)
    {
        var hash = ciphers.BindCodeHash(code);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM bind_code WHERE hash = {hash} FOR UPDATE", ct);
        return await db.BindCodes.SingleOrDefaultAsync(c => c.Hash == hash, ct) is { } found && found.Counts(time.GetUtcNow())
            ? found
            : null;
    }

    internal void CountFailure(UnionDb db, PersonId person) => db.Add(new BindCodeTry(person, time.GetUtcNow()));

    internal void Use(BindCode code, PersonId person) => code.Use(person, time.GetUtcNow());
}
