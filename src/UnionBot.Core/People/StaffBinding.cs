using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>Binds members of staff to their own talk with the bot, by a code they are given on the server.</summary>
public sealed class StaffBinding(StaffCiphers ciphers, BusinessClock clock, TimeProvider time)
{
    public const int CodeDigits = 6;

    /// <summary>Takes the code a person typed, in the caller's transaction; does not save.</summary>
    /// <remarks>
    /// Nobody says whose code they mean, so a wrong one counts against every open code: five guesses in all, however
    /// many accounts they come from.
    /// </remarks>
    public async Task<BindOutcome> BindAsync(UnionDb db, PersonId person, string code, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM staff WHERE code_until > {now} ORDER BY id FOR UPDATE", ct);
        if (await db.Set<Staff>().AnyAsync(s => s.PersonId == person, ct)) return BindOutcome.BoundAlready;

        var open = await db.Set<Staff>().Where(s => s.CodeUntil > now).ToListAsync(ct);
        var hash = ciphers.CodeHash(code);
        if (open.Where(s => s.HasCode(hash, now)).ToList() is not [var staff])
        {
            foreach (var other in open) other.CountWrongCode();
            return BindOutcome.WrongCode;
        }

        staff.Bind(person);
        new AuditLog(db).Add(AuditActor.Person(person), "staff/bound", StaffRegister.SubjectOf(staff.Id), clock.GetUtcNow());
        return BindOutcome.Bound;
    }
}

/// <summary>What became of a typed bind code.</summary>
public enum BindOutcome
{
    Bound,

    /// <summary>Wrong, too late, or tried too often.</summary>
    WrongCode,

    /// <summary>This person is a member of staff already.</summary>
    BoundAlready,
}
