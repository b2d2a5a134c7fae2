using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>Who speaks as which lawyer, in the caller's transaction.</summary>
internal sealed class LawyerBinding(LegalAidCiphers ciphers, BusinessClock clock, TimeProvider time)
{
    public const int CodeDigits = 6;

    /// <summary>Takes the code a person typed; does not save.</summary>
    /// <remarks>Nobody says whose code they mean, so a wrong one counts against every open code: five guesses in all.</remarks>
    public async Task<BindOutcome> BindAsync(UnionDb db, PersonId person, string code, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM legal_lawyer_chat WHERE code_until > {now} ORDER BY lawyer_id FOR UPDATE", ct);
        if (await db.LawyerChats.AnyAsync(c => c.PersonId == person, ct)) return BindOutcome.BoundAlready;

        var open = await db.LawyerChats.Where(c => c.CodeUntil > now && db.Set<Lawyer>().Any(l => l.Id == c.LawyerId && l.IsActive)).ToListAsync(ct);
        var hash = ciphers.BindCodeHash(code);
        if (open.Where(c => c.HasCode(hash, now)).ToList() is not [var chat])
        {
            foreach (var other in open) other.CountWrongCode();
            return BindOutcome.WrongCode;
        }

        chat.Bind(person);
        new AuditLog(db).Add(AuditActor.Person(person), "lawyer/bound", BookingAudit.SubjectOf(chat.LawyerId), clock.GetUtcNow());
        return BindOutcome.Bound;
    }

    /// <summary>The lawyer whom a person speaks as; null when they are none, were unbound, or do not work for the union any more.</summary>
    public static Task<long?> LawyerOfAsync(UnionDb db, PersonId person, CancellationToken ct) => (
        from chat in db.LawyerChats
        join lawyer in db.Lawyers on chat.LawyerId equals lawyer.Id
        where chat.PersonId == person && lawyer.IsActive
        select (long?)lawyer.Id).SingleOrDefaultAsync(ct);
}
