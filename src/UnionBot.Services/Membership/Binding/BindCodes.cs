using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.Binding;

/// <summary>Bind codes: staff issue them, members type them. Validity and tries run on real time.</summary>
public sealed class BindCodes(MembershipCiphers ciphers, TimeProvider time, BusinessClock clock)
{
    public const int UsualDays = 7;
    public const int MostDays = 90;

    // Compiled once: to look at so large a query anew for every code costs more than to run it.
    private static readonly Func<UnionDb, byte[], PersonId, DateTimeOffset, CancellationToken, Task<TypedBindCode?>> LoadTyped =
        EF.CompileAsyncQuery((UnionDb db, byte[] hash, PersonId person, DateTimeOffset since, CancellationToken _) => db.Set<BindCode>()
            .Where(c => c.Hash == hash)
            .Join(db.Set<Member>(), c => c.MemberId, m => m.Id, (c, m) => new { Code = c, Member = m })
            .Join(db.Set<Organisation>(), c => c.Member.OrganisationId, o => o.Id, (c, o) => new TypedBindCode(
                c.Code,
                c.Member,
                o.Name,
                db.Set<BindCodeTry>().Count(t => t.PersonId == person && t.At > since) >= BindCodeTry.Most,
                db.Set<Consent>().Any(g => g.PersonId == person && g.Purpose == ConsentPurpose.Bind && g.WithdrawnAt == null),
                db.Set<Case>().FirstOrDefault(k => k.PersonId == person && k.Kind == CaseKinds.Check && k.Status != CaseStatus.Closed)))
            .SingleOrDefault());

    /// <summary>Issues a code in place of an earlier one of the same member, and saves.</summary>
    /// <param name="staff">Who answers for it.</param>
    /// <param name="reason">How staff know that it is the member; kept in the audit.</param>
    /// <param name="seen">The open code that they know of, 0 when they know of none; null for who did not look.</param>
    /// <returns>
    /// The code, shown once and kept nowhere; null when there is no such member, somebody is bound already, or another code than the
    /// one seen is open.
    /// </returns>
    public async Task<string?> IssueAsync(
        UnionDb db, long member, long staff, TimeSpan validFor, string? reason, CancellationToken ct, long? seen = null)
    {
        // Two who issue one for the same member do so one after the other.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM member WHERE id = {member} FOR UPDATE", ct);
        var isFree = await db.Set<Member>().AnyAsync(m => m.Id == member && m.PersonId == null, ct);
        if (!isFree || (seen is { } known && known != ((await OpenOfAsync(db, member, ct))?.Id ?? 0))) return null;

        var now = time.GetUtcNow();
        foreach (var earlier in await db.BindCodes.Where(c => c.MemberId == member && c.EndedAt == null).ToListAsync(ct))
            earlier.End(now);

        var code = RandomNumberGenerator.GetString(BindCode.Characters, BindCode.Length);
        db.Add(new BindCode(member, ciphers.BindCodeHash(code), staff, now, validFor));
        new AuditLog(db).Add(AuditActor.Staff(staff), "bind-code/issued", $"member/{member}", clock.GetUtcNow(), reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return code;
    }

    /// <summary>Whose code it is that somebody shows, whether it was used, is open or has ended; for staff, who see the paper before them.</summary>
    /// <param name="typed">As people type it.</param>
    /// <returns>The row of the roster; null when it is no code of ours.</returns>
    public async Task<long?> MemberOfAsync(UnionDb db, string typed, CancellationToken ct)
    {
        if (BindCodeText.Read(typed.Trim()) is not { } code) return null;

        var hash = ciphers.BindCodeHash(code);
        return await db.BindCodes.AsNoTracking().Where(c => c.Hash == hash).Select(c => (long?)c.MemberId).SingleOrDefaultAsync(ct);
    }

    /// <summary>The code of a member that nobody has typed yet, before another one takes its place.</summary>
    public async Task<OpenBindCode?> OpenOfAsync(UnionDb db, long member, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await db.BindCodes.AsNoTracking().Where(c => c.MemberId == member && c.EndedAt == null && c.ExpiresAt > now)
            .OrderByDescending(c => c.Id).Select(c => new OpenBindCode(c.Id, c.IssuedBy, c.IssuedAt)).FirstOrDefaultAsync(ct);
    }

    internal Task<bool> HaveTooManyFailedAsync(UnionDb db, PersonId person, CancellationToken ct) =>
        FailuresOf(db, person).Skip(BindCodeTry.Most - 1).AnyAsync(ct);

    /// <summary>Locks the code and its row of the roster, and finds all that decides on redeeming it.</summary>
    /// <returns>Null when there is no such code.</returns>
    internal async Task<TypedBindCode?> FindAsync(UnionDb db, string code, PersonId person, CancellationToken ct)
    {
        // Locked first, then read: only a second statement sees what somebody faster has committed.
        var hash = ciphers.BindCodeHash(code);
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM bind_code c JOIN member m ON m.id = c.member_id WHERE c.hash = {hash} FOR UPDATE", ct);
        return await LoadTyped(db, hash, person, FailuresCountSince, ct);
    }

    internal bool Counts(BindCode code) => code.Counts(time.GetUtcNow());

    internal void CountFailure(UnionDb db, PersonId person) => db.Add(new BindCodeTry(person, time.GetUtcNow()));

    internal void Use(BindCode code, PersonId person) => code.Use(person, time.GetUtcNow());

    /// <summary>At most one: the case by which staff look why the person could not be bound.</summary>
    internal static IQueryable<Case> OpenChecksOf(UnionDb db, PersonId person) =>
        db.Set<Case>().Where(c => c.PersonId == person && c.Kind == CaseKinds.Check && c.Status != CaseStatus.Closed);

    private IQueryable<BindCodeTry> FailuresOf(UnionDb db, PersonId person)
    {
        var since = FailuresCountSince;
        return db.BindCodeTries.Where(t => t.PersonId == person && t.At > since);
    }

    private DateTimeOffset FailuresCountSince => time.GetUtcNow() - BindCodeTry.Window;
}

/// <summary>A code that waits to be typed.</summary>
/// <param name="IssuedAt">Real time; UTC.</param>
public sealed record OpenBindCode(long Id, long IssuedBy, DateTimeOffset IssuedAt);

/// <summary>A bind code that somebody typed, with all that decides on it; its row of the roster is locked.</summary>
/// <param name="Union">The name of the member's union.</param>
/// <param name="HasTooManyFailures">The person typed too many wrong ones today; this one does not count.</param>
/// <param name="HasConsent">The person has agreed to be bound before.</param>
/// <param name="Check">The case by which staff look why they could not be bound; null when there is none.</param>
internal sealed record TypedBindCode(
    BindCode Code, Member Member, string Union, bool HasTooManyFailures, bool HasConsent, Case? Check);
