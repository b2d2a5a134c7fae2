using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Lawyers;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Cases;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>
/// A legal-aid office on a database of its own. It is ten on the morning of Monday 12 January 2026, whenever the test runs; lawyers
/// work from 08:30 to 11:30 and from 14:00 to 17:00.
/// </summary>
internal sealed class LegalOffice : IAsyncDisposable
{
    public static readonly DateOnly Monday = new(2026, 1, 12);

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private LegalOffice(UnionOffice union) => Union = union;

    public UnionOffice Union { get; }

    public TestDatabase Database => Union.Database;

    public static async Task<LegalOffice> OpenAsync(TestDatabase database)
    {
        await RegionFiles.LoadAsync(database.Source, CancellationToken.None);
        var office = new LegalOffice(await UnionOffice.OpenAsync(database));
        office.Union.Clock.Offset = At("01-12 10:00") - TimeProvider.System.GetUtcNow();
        return office;
    }

    /// <summary>A moment of 2026 in China: 01-16 14:30.</summary>
    public static DateTimeOffset At(string text) => new DateTimeOffset(
        DateTime.ParseExact($"2026-{text}", "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), UnionCalendar.ChinaOffset).ToUniversalTime();

    public static string Text(DateTimeOffset moment) =>
        moment.ToOffset(UnionCalendar.ChinaOffset).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Lets time pass until a moment of 2026.</summary>
    public void ItBecomes(string text) => Union.Waits(At(text) - Union.Now);

    public async Task<long> SiteAsync(string name, short rooms = 1)
    {
        await using var db = Database.Open();
        var site = new Site(name);
        site.Describe("历山路 1 号", "370102", rooms, isDemo: false);
        db.Add(site);
        await db.SaveChangesAsync();
        return site.Id;
    }

    /// <summary>The union of a firm in a district, with one member.</summary>
    /// <returns>The numbers of the unions of the firm and of its district.</returns>
    public async Task<(long Firm, long District)> EnrolAsync(PersonId person)
    {
        await Database.ExecuteAsync(
            """
            INSERT INTO organisation (id, path, name, level, region_code)
            VALUES (701, '701.', '历下区总工会', 3, '370102'), (702, '701.702.', '鑫源机械工会', $1, '370102')
            """, (short)OrganisationLevel.Basic);
        var ciphers = await Union.AsAsync<MemberCiphers, MemberCiphers>(Task.FromResult);
        await using var db = Database.Open();
        var member = new Member(7001, 702, ciphers.Seal(7001, "王芳", phone: null, idNumber: null), "NO7001", joinedOn: null, MemberStatus.Active);
        member.TryBind(person, Union.Now);
        db.Add(member);
        await db.SaveChangesAsync();
        return (702, 701);
    }

    /// <param name="site">Where people may come; null for calls only.</param>
    /// <param name="days">When they work; every day from Monday to Friday when none is named.</param>
    public async Task<long> LawyerAsync(string name, long? site = null, LawyerFacts? facts = null, params DayOfWeek[] days)
    {
        var id = await Database.ScalarAsync<long>("SELECT nextval(pg_get_serial_sequence('legal_lawyer', 'id'))");
        var ciphers = await Union.AsAsync<LegalAidCiphers, LegalAidCiphers>(Task.FromResult);
        await using var db = Database.Open();
        db.Add(new Lawyer(id, ciphers.SealLawyer(id, name), ciphers.LawyerHash(name, "所"), facts ?? new LawyerFacts { Office = "历下律师事务所" }));
        var modes = site is null ? ConsultationModes.Phone : ConsultationModes.OnSite | ConsultationModes.Phone;
        foreach (var day in days.Length > 0 ? days : Week)
        {
            db.Add(new RotaBlock(id, day, new TimeOnly(8, 30), new TimeOnly(11, 30), site, modes, Monday.AddDays(-30), null));
            db.Add(new RotaBlock(id, day, new TimeOnly(14, 0), new TimeOnly(17, 0), site, modes, Monday.AddDays(-30), null));
        }

        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>A lawyer binds their own chat by a code from staff.</summary>
    /// <returns>What the bot answers.</returns>
    public async Task<string> BindLawyerAsync(long lawyer, string who)
    {
        var code = await Union.AsAsync<LawyerRegister, string?>(register => register.OpenCodeAsync(lawyer, AuditActor.System, CancellationToken.None));
        return await Union.SaysAsync(who, $"绑定律师 {code}");
    }

    /// <summary>Somebody whom the bot knows.</summary>
    public async Task<PersonId> PersonAsync(string name)
    {
        await Union.SaysAsync(name, "菜单");
        return await Union.PersonAsync(name);
    }

    /// <summary>People whom the bot knows, without a word from them.</summary>
    public async Task<PersonId[]> PeopleAsync(int count)
    {
        var ids = await Database.ScalarAsync<long[]>(
            """
            WITH made AS (
                INSERT INTO person (channel, address_hash, address, seen_at)
                SELECT 'wechat', decode(md5('legal' || n), 'hex'), '', now() FROM generate_series(1, $1) AS n RETURNING id)
            SELECT array_agg(id) FROM made
            """, count);
        return [.. ids.Select(id => new PersonId(id))];
    }

    /// <summary>Does something as a turn would: in one transaction, saved at its end.</summary>
    public Task<T> InTurnAsync<T>(Func<IConsultations, Task<T>> work) => Union.AsAsync<IServiceProvider, T>(async scope =>
    {
        var (db, desk) = ((UnionDb)scope.GetService(typeof(UnionDb))!, (IConsultations)scope.GetService(typeof(IConsultations))!);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await work(desk);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    });

    public Task<IReadOnlyList<FreeSlot>> FindAsync(SlotWish wish, int most = 100) => InTurnAsync(c => c.FindAsync(wish, most, CancellationToken.None));

    /// <summary>What whoever speaks is shown.</summary>
    public Task<IReadOnlyList<FreeSlot>> FindAsAsync(PersonId speaker, SlotWish wish) => Union.AsAsync<IServiceProvider, IReadOnlyList<FreeSlot>>(scope =>
    {
        ((TurnDatabase)scope.GetService(typeof(TurnDatabase))!).Speaker = speaker;
        return ((IConsultations)scope.GetService(typeof(IConsultations))!).FindAsync(wish, 100, CancellationToken.None);
    });

    /// <summary>The free times of a day as 08:30 09:10 ….</summary>
    public async Task<string> FreeOnAsync(string day, SlotWish? wish = null)
    {
        var on = DateOnly.ParseExact($"2026-{day}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var found = await FindAsync((wish ?? new SlotWish()) with { From = on, Until = on });
        return string.Join(' ', found.Select(s => Text(s.StartsAt)[6..]));
    }

    public Task<HoldOutcome> HoldAsync(PersonId person, FreeSlot slot, HoldPurpose? purpose = null) =>
        InTurnAsync(c => c.HoldAsync(person, slot, purpose ?? new HoldPurpose(), CancellationToken.None));

    public Task<BookingOutcome> ConfirmAsync(PersonId person, Guid hold, BookingDetails? details = null) =>
        InTurnAsync(c => c.ConfirmAsync(person, hold, details ?? Details(), CancellationToken.None));

    /// <summary>The first free time that begins at a moment of 2026.</summary>
    public async Task<FreeSlot> SlotAsync(string start, SlotWish? wish = null) =>
        (await FindAsync((wish ?? new SlotWish()) with { From = UnionCalendar.DayOf(At(start)), Until = UnionCalendar.DayOf(At(start)) })).First(s => s.StartsAt == At(start));

    /// <summary>Held and confirmed at once.</summary>
    public async Task<KnownBooking> BookAsync(PersonId person, string start, SlotWish? wish = null, BookingDetails? details = null)
    {
        var purpose = new HoldPurpose(wish?.IsUrgent ?? false, details?.ForOther ?? false);
        var held = await HoldAsync(person, await SlotAsync(start, wish), purpose);
        var booked = await ConfirmAsync(person, Assert.IsType<HeldSlot>(held.Held).Hold, (details ?? Details()) with { IsUrgent = purpose.IsUrgent });
        return Assert.IsType<KnownBooking>(booked.Booking);
    }

    public Task<BookingOutcome> MoveAsync(PersonId person, Guid booking, Guid hold, string? reason = null) =>
        InTurnAsync(c => c.MoveAsync(person, booking, hold, reason, CancellationToken.None));

    public Task<BookingOutcome> CancelAsync(PersonId person, Guid booking, string? reason = null) =>
        InTurnAsync(c => c.CancelAsync(person, booking, reason, CancellationToken.None));

    public static BookingDetails Details(string? phone = null) => new()
    {
        Topic = "wage_arrears",
        Told = new ToldDetails { Summary = "三个月没发工资", Employer = "济南鑫源机械有限公司", Name = "王芳" },
        ConsentVersion = "legal-aid/2026-11",
        Phone = phone is null ? null : MobileNumber.TryParse(phone, out var number) ? number : throw new ArgumentException("No number.", nameof(phone)),
    };

    /// <summary>Sends what is due to everybody.</summary>
    /// <returns>What this person reads of it, with the choices that are offered, in order.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(string name)
    {
        var person = await Union.PersonAsync(name);
        var claimed = await Union.AsAsync<DueMessages, ClaimedBatch>(due => due.ClaimAsync(1_000, CancellationToken.None));
        foreach (var message in claimed.Messages)
            await Union.AsAsync<SendOutcomes, bool>(async outcomes => { await outcomes.RecordAsync(message, new SendFate(OutboundStatus.Accepted), CancellationToken.None); return true; });
        return [.. claimed.Messages.Where(m => m.PersonId == person).Select(m => m.Text)];
    }

    /// <summary>Everything in the ledger that is no answer to a message, in words and in its short form.</summary>
    public Task<IReadOnlyList<(string Text, bool IsShortForm)>> AllSentAsync() => Union.AsAsync<IServiceProvider, IReadOnlyList<(string, bool)>>(async scope =>
    {
        var (db, ciphers) = ((UnionDb)scope.GetService(typeof(UnionDb))!, (MessageCiphers)scope.GetService(typeof(MessageCiphers))!);
        var sent = await db.Set<OutboundMessage>().AsNoTracking().Where(m => m.Occasion.StartsWith("legal-aid/")).ToListAsync();
        return
        [
            .. sent.Select(m => (ciphers.OpenText(m.Text, m.PersonId, m.Occasion), false)),
            .. sent.Where(m => m.Notice is not null).Select(m => (ciphers.OpenNotice(m.Notice!, m.PersonId, m.Occasion), true)),
        ];
    });

    public ValueTask DisposeAsync() => Union.DisposeAsync();
}
