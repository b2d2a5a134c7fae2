using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Jobs;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.FollowUps;
using UnionBot.Services.LegalAid.Lawyers;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Talks;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>What staff, lawyers, other workers and the clock do in a talk, unseen by the worker; and what staff must be able to see.</summary>
internal sealed class LegalStaff(LegalOffice office)
{
    private static readonly AuditActor Actor = AuditActor.Operator("test");

    /// <summary>By which a lawyer binds their chat; "" before one was opened.</summary>
    public string BindCode { get; private set; } = "";

    public async Task WorkAsync(string worker, TalkDeed deed)
    {
        switch (deed.What)
        {
            case "手机已确认": await ConfirmPhoneAsync(worker); break;
            case "别人约走": await TakeAsync(deed.About); break;
            case "都约满": await office.Database.ExecuteAsync("INSERT INTO legal_absence (starts_at, ends_at, reason) VALUES ($1, $2, '都约满')", office.Union.Now, office.Union.Now.AddDays(30)); break;
            case "别人取消": await FreeAsync(deed.About); break;
            case "绑定码": BindCode = (await office.Union.AsAsync<LawyerRegister, string?>(async lawyers => await lawyers.OpenCodeAsync(await LawyerAsync(deed.About), Actor, CancellationToken.None)))!; break;
            case "第二天问": await RunAsync<AskWhetherSolved>(job => job.RunAsync(office.Union.Now, CancellationToken.None)); break;
            case "问候补": await RunAsync<OfferFreedTimes>(job => job.RunAsync(office.Union.Now, CancellationToken.None)); break;
            case "没有律师": await office.Database.ExecuteAsync("UPDATE legal_lawyer SET is_active = false"); break;
            case "签到": await DoneAsync(worker, (desk, number) => desk.CheckInAsync(number, Actor, CancellationToken.None)); break;
            case "没来": await DoneAsync(worker, (desk, number) => desk.MissAsync(number, Actor, CancellationToken.None)); break;
            case "没接通": await DoneAsync(worker, (desk, number) => desk.CallInVainAsync(number, Actor, CancellationToken.None)); break;
            case "律师病了": await office.Union.AsAsync<MassMove, int>(async move => await move.LeaveAsync(await LawyerAsync(deed.About), office.Union.Now, office.Union.Now.AddDays(20), "病假", Actor, CancellationToken.None)); break;
            case "闭馆": await CloseAsync(deed.About); break;
            case "会说": await office.Database.ExecuteAsync("UPDATE legal_lawyer SET dialects = ARRAY[$2] WHERE id = $1", await LawyerAsync(deed.About.Split(' ')[0]), deed.About.Split(' ')[1]); break;
            case "数据库写不进": await office.Database.ExecuteAsync("ALTER TABLE legal_booking ADD CONSTRAINT broken CHECK (false) NOT VALID"); break;
            case "数据库好了": await office.Database.ExecuteAsync("ALTER TABLE legal_booking DROP CONSTRAINT broken"); break;
            case "够不着": await HoldAllAsync(); break;
            case [.. var lawyer, '服', '务']: await ServeAsync(lawyer, deed.About); break;
            default: await SeeAsync(worker, deed); break;
        }
    }

    /// <summary>What must be there for staff now.</summary>
    private async Task SeeAsync(string worker, TalkDeed deed)
    {
        switch (deed.What)
        {
            case "看到事项": Assert.True(await office.Database.ScalarAsync<bool>("SELECT EXISTS (SELECT FROM union_case WHERE kind = $1 AND closed_at IS NULL)", deed.About), $"There is no case {deed.About}."); break;
            case "看到警报": Assert.True(await office.Database.ScalarAsync<long>("SELECT count(*) FROM alarm") > 0, "There is no alarm."); break;
            case "律师看到": Assert.Contains(deed.About, (await ToldAsync(worker)).Summary, StringComparison.Ordinal); break;
            case "律师看到照片": Assert.Single((await ToldAsync(worker)).Files); break;
            case "要打电话": Assert.Contains(await CallsAsync(), call => call.Number == deed.About); break;
            case "没有预约": Assert.Equal(0L, await office.Database.ScalarAsync<long>("SELECT count(*) FROM legal_booking WHERE state IN (0, 1)")); break;
            case "改过": Assert.Equal(int.Parse(deed.About, System.Globalization.CultureInfo.InvariantCulture), (await BookingAsync(worker)).Moves); break;
            case "存的时间": Assert.Equal(deed.About, await office.Database.ScalarAsync<string>("SELECT to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') FROM legal_booking")); break;
            default: throw new InvalidDataException($"Staff cannot {deed}.");
        }
    }

    private async Task ConfirmPhoneAsync(string worker)
    {
        var person = await office.PersonAsync(worker);
        await office.Database.ExecuteAsync("UPDATE person SET phone_confirmed_at = now() WHERE id = $1", person.Value);
    }

    /// <summary>Every lawyer's time that begins then; of a whole day, every time.</summary>
    private async Task TakeAsync(string start)
    {
        for (var n = 0; ; n++)
        {
            var day = UnionCalendar.DayOf(LegalOffice.At(start.Length < 6 ? $"{start} 12:00" : start));
            var free = await office.FindAsync(new SlotWish { From = day, Until = day });
            if (free.FirstOrDefault(s => start.Length < 6 || s.StartsAt == LegalOffice.At(start)) is not { } slot) return;

            await office.BookAsync(await office.PersonAsync($"o-other-{start}-{n}"), LegalOffice.Text(slot.StartsAt));
        }
    }

    /// <summary>One of those who took it cancels.</summary>
    private async Task FreeAsync(string start)
    {
        var (id, person) = await office.Union.ReadsAsync(db => Task.FromResult(
            db.Set<Booking>().Where(b => b.StartsAt == LegalOffice.At(start) && b.State == BookingState.Booked).OrderBy(b => b.BookedAt).Select(b => new ValueTuple<Guid, PersonId>(b.Id, b.PersonId!.Value)).First()));
        Assert.Null((await office.CancelAsync(person, id)).Refusal);
    }

    private Task<JobReport> RunAsync<TJob>(Func<TJob, Task<JobReport>> work) where TJob : notnull => office.Union.AsAsync(work);

    private async Task DoneAsync(string worker, Func<StaffBookings, string, Task<BookingRefusal?>> work)
    {
        var number = (await BookingAsync(worker)).Number;
        Assert.Null(await office.Union.AsAsync<StaffBookings, BookingRefusal?>(desk => work(desk, number)));
    }

    /// <summary>What becomes of messages that are due while the chat is closed and no template is set.</summary>
    private async Task HoldAllAsync()
    {
        await office.Database.ExecuteAsync("UPDATE talk SET has_held = true FROM outbound o WHERE o.person_id = talk.person_id AND o.status = 0 AND o.not_before <= $1", office.Union.Now);
        await office.Database.ExecuteAsync("UPDATE outbound SET status = 8 WHERE status = 0 AND not_before <= $1", office.Union.Now);
    }

    private async Task CloseAsync(string day)
    {
        await using var db = office.Database.Open();
        db.Add(new Absence(null, db.Set<Site>().Single().Id, LegalOffice.At($"{day} 00:00"), LegalOffice.At($"{day} 23:59"), "下雪"));
        await db.SaveChangesAsync();
    }

    private async Task ServeAsync(string lawyer, string employer)
    {
        var (ciphers, id) = (await CiphersAsync(), await LawyerAsync(lawyer));
        await using var db = office.Database.Open();
        var hash = ciphers.EmployerHash(employer);
        db.Add(new ServedEmployer(id, hash, ciphers.SealServed(id, hash, employer)));
        await db.SaveChangesAsync();
    }

    private async Task<long> LawyerAsync(string name)
    {
        var ciphers = await CiphersAsync();
        await using var db = office.Database.Open();
        return db.Set<Lawyer>().ToList().Single(l => ciphers.OpenLawyer(l.Id, l.Name) == name).Id;
    }

    private async Task<Booking> BookingAsync(string worker)
    {
        var person = await office.Union.PersonAsync(worker);
        return await office.Union.ReadsAsync(db => Task.FromResult(db.Set<Booking>().Where(b => b.PersonId == person).OrderByDescending(b => b.BookedAt).First()));
    }

    private async Task<ToldDetails> ToldAsync(string worker) => (await CiphersAsync()).OpenTold(await BookingAsync(worker))!;

    private Task<IReadOnlyList<DisplacedCall>> CallsAsync() =>
        office.Union.AsAsync<DisplacedCalls, IReadOnlyList<DisplacedCall>>(list => list.ReadAsync(LegalPart.Whole, Actor, CancellationToken.None));

    private Task<LegalAidCiphers> CiphersAsync() => office.Union.AsAsync<LegalAidCiphers, LegalAidCiphers>(Task.FromResult);
}
