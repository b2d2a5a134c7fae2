using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Media;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.LegalAid;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.StaffConsole;

/// <summary>
/// The console of an office with lawyers. When it is opened it is ten on the morning of Monday 12 January 2026; lawyers work from
/// Monday to Friday, from 08:30 to 11:30 and from 14:00 to 17:00.
/// </summary>
public sealed class ConsultationOffice : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly (TimeOnly From, TimeOnly Until)[] Hours = [(new(8, 30), new(11, 30)), (new(14, 0), new(17, 0))];

    public ConsoleUnderTest Console { get; } = new();

    public BusinessClock Clock => Console.Bot.Services.GetRequiredService<BusinessClock>();

    public async Task InitializeAsync()
    {
        await Console.InitializeAsync();
        await RegionFiles.LoadAsync(Console.Database.Source, Ct);
        ItBecomes("01-12 10:00");
    }

    public Task DisposeAsync() => Console.DisposeAsync();

    /// <summary>Moves the business clock to a moment of 2026 in China: 01-12 14:30.</summary>
    public void ItBecomes(string text) => Clock.Offset += LegalOffice.At(text) - Clock.GetUtcNow();

    public async Task<long> SiteAsync(string name)
    {
        await using var db = Console.Database.Open();
        var site = new Site(name);
        site.Describe("历山路 1 号", "370102", rooms: 2, isDemo: false);
        db.Add(site);
        await db.SaveChangesAsync();
        return site.Id;
    }

    /// <param name="site">Where people may come; null for calls only.</param>
    /// <param name="serves">An employer about whom they cannot advise; null for none.</param>
    public async Task<long> LawyerAsync(string name, long? site = null, string? serves = null)
    {
        var id = await Console.Database.ScalarAsync<long>("SELECT nextval(pg_get_serial_sequence('legal_lawyer', 'id'))");
        var ciphers = Console.Bot.Services.GetRequiredService<LegalAidCiphers>();
        await using var db = Console.Database.Open();
        db.Add(new Lawyer(id, ciphers.SealLawyer(id, name), ciphers.LawyerHash(name, "所"), new LawyerFacts { Office = "历下律师事务所" }));
        var modes = site is null ? ConsultationModes.Phone : ConsultationModes.OnSite | ConsultationModes.Phone;
        foreach (var (day, hours) in Enumerable.Range(1, 5).SelectMany(day => Hours, (day, hours) => ((DayOfWeek)day, hours)))
            db.Add(new RotaBlock(id, day, hours.From, hours.Until, site, modes, LegalOffice.Monday.AddDays(-30), null));
        if (serves is not null) db.Add(new ServedEmployer(id, ciphers.EmployerHash(serves), ciphers.SealServed(id, ciphers.EmployerHash(serves), serves)));

        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>From now on a member of staff is this lawyer.</summary>
    public Task SignInAsAsync(long lawyer, long staff) => Console.Database.ExecuteAsync("UPDATE legal_lawyer SET staff_id = $2 WHERE id = $1", lawyer, staff);

    public Task<PersonId> PersonAsync(string address) => Console.Bot.Services.GetRequiredService<PeopleByAddress>().FindOrAddAsync("web", address, Ct);

    /// <summary>Somebody has proved that a number is theirs.</summary>
    public async Task ConfirmPhoneAsync(PersonId person, string number)
    {
        Assert.True(MobileNumber.TryParse(number, out var phone));
        await Console.Database.ExecuteAsync(
            "UPDATE person SET phone_hash = $2, phone = $3, phone_confirmed_at = now() WHERE id = $1",
            person.Value,
            Console.Bot.Services.GetRequiredService<MemberCiphers>().PhoneHash(phone),
            Console.Bot.Services.GetRequiredService<PersonCiphers>().SealPhone(person, phone));
    }

    /// <summary>Somebody has a consultation, as if by chat.</summary>
    /// <param name="start">A moment of 2026 in China: 01-16 14:40.</param>
    public async Task<KnownBooking> BookAsync(string address, string start, long lawyer, bool isUrgent = false)
    {
        var (person, at) = (await PersonAsync(address), LegalOffice.At(start));
        await using var scope = Console.Bot.Services.CreateAsyncScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<UnionDb>(), scope.ServiceProvider.GetRequiredService<IConsultations>());
        await using var transaction = await db.Database.BeginTransactionAsync();
        var day = UnionCalendar.DayOf(at);
        var slots = await desk.FindAsync(new SlotWish { From = day, Until = day, LawyerId = lawyer, IsUrgent = isUrgent }, 100, Ct);
        var held = await desk.HoldAsync(person, slots.First(s => s.StartsAt == at), new HoldPurpose(isUrgent), Ct);
        await db.SaveChangesAsync();
        var booked = await desk.ConfirmAsync(person, held.Held!.Hold, LegalOffice.Details() with { IsUrgent = isUrgent }, Ct);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return booked.Booking!;
    }

    /// <summary>Puts a photo that somebody sent to what they told with a booking.</summary>
    public async Task AddPhotoAsync(Guid booking, byte[] content)
    {
        await using var scope = Console.Bot.Services.CreateAsyncScope();
        var (db, store, ciphers) = (
            scope.ServiceProvider.GetRequiredService<UnionDb>(), scope.ServiceProvider.GetRequiredService<MediaStore>(), scope.ServiceProvider.GetRequiredService<LegalAidCiphers>());
        var kept = await db.Set<Booking>().AsNoTracking().SingleAsync(b => b.Id == booking);
        var id = await store.NoteAsync(kept.PersonId!.Value, InputKind.Photo, "photo", Clock.GetUtcNow(), Ct);
        await store.KeepAsync(await db.Set<MediaFile>().SingleAsync(f => f.Id == id), content, Ct);
        await Console.Database.ExecuteAsync(
            "UPDATE legal_booking SET told = $2 WHERE id = $1", booking, ciphers.SealTold(booking, ciphers.OpenTold(kept)! with { Files = [id] }));
    }

    /// <summary>What staff told somebody of a booking.</summary>
    public Task<long> ToldAsync(Guid booking) => Console.Database.ScalarAsync<long>(
        "SELECT count(*) FROM outbound WHERE occasion LIKE $1", $"legal-aid/staff/{booking:N}/%");

    public async Task<BookingState> StateAsync(Guid booking) =>
        (BookingState)await Console.Database.ScalarAsync<int>("SELECT state::int FROM legal_booking WHERE id = $1", booking);

    public static string AddressOf(Guid booking) => string.Create(CultureInfo.InvariantCulture, $"/console/legal-aid/bookings/{booking}");
}
