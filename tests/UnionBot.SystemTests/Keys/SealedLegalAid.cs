using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.SystemTests.Keys;

/// <summary>What a consultation keeps encrypted: names, what was told, reasons and wishes.</summary>
internal static class SealedLegalAid
{
    private const string Employer = "济南鑫源机械有限公司";

    private static readonly CancellationToken Ct = CancellationToken.None;

    public static async Task FillAsync(IServiceProvider services, PersonId person)
    {
        var (db, desk, ciphers) = (
            services.GetRequiredService<UnionDb>(), services.GetRequiredService<IConsultations>(), services.GetRequiredService<LegalAidCiphers>());
        await using var transaction = await db.Database.BeginTransactionAsync();
        var hash = ciphers.EmployerHash(Employer);
        db.Add(new Lawyer(1, ciphers.SealLawyer(1, "周静"), ciphers.LawyerHash("周静", "所"), new LawyerFacts { Office = "所" }));
        db.Add(new ServedEmployer(1, hash, ciphers.SealServed(1, hash, Employer)));
        var day = UnionCalendar.DayOf(services.GetRequiredService<BusinessClock>().GetUtcNow()).AddDays(3);
        db.Add(new ExtraBlock(1, day, new TimeOnly(8, 30), new TimeOnly(11, 30), site: null, ConsultationModes.Phone));
        await db.SaveChangesAsync();

        var slot = (await desk.FindAsync(new SlotWish(), 1, Ct))[0];
        var held = (await desk.HoldAsync(person, slot, new HoldPurpose(), Ct)).Held!;
        var details = new BookingDetails
        {
            Topic = "wage_arrears",
            Told = new ToldDetails { Summary = "三个月没发工资", Employer = Employer },
            ConsentVersion = "legal-aid/2026-11",
        };
        var booked = (await desk.ConfirmAsync(person, held.Hold, details, Ct)).Booking!;
        await db.SaveChangesAsync();
        await desk.CancelAsync(person, booked.Id, "找到工作了", Ct);
        var (outcome, reading, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), services.GetRequiredService<BusinessClock>().GetUtcNow());
        var advice = new OutcomeDetails { Kinds = OutcomeKinds.Advice };
        db.Add(new Outcome(outcome, booked.Id, 1, advice, ciphers.SealNote(outcome, "建议先投诉"), AuditActor.System, now));
        db.Add(new Reading(reading, booked.Id, AuditActor.Staff(1), ReadingRight.LegalSupervisor, ciphers.SealReadingReason(reading, "有人投诉"), now));
        await desk.WaitAsync(person, new KeptWish(new SlotWish { Dialect = "济南话" }, "{}"), Ct);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    public static async Task<string[]> ReadAsync(IServiceProvider services)
    {
        var (db, ciphers) = (services.GetRequiredService<UnionDb>(), services.GetRequiredService<LegalAidCiphers>());
        var lawyer = await db.Set<Lawyer>().SingleAsync();
        return
        [
            ciphers.OpenLawyer(lawyer.Id, lawyer.Name),
            ciphers.OpenServed(await db.Set<ServedEmployer>().SingleAsync()),
            ciphers.OpenTold(await db.Set<Booking>().SingleAsync())!.Summary!,
            ciphers.OpenReason(await db.Set<BookingEvent>().SingleAsync(e => e.Reason != null))!,
            ciphers.OpenNote(await db.Set<Outcome>().SingleAsync())!,
            ciphers.OpenReadingReason(await db.Set<Reading>().SingleAsync()),
            ciphers.OpenWish(await db.Set<WaitingWish>().SingleAsync()).Times.Dialect!,
        ];
    }
}
