using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Groups;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>Several bookings of one matter are joined: each stays its own, and each history says so.</summary>
public sealed class MatterGroupTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly AuditActor Staff = AuditActor.Operator("test");

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;
    private KnownBooking[] _booked = [];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        await _office.LawyerAsync("周静");
        var people = await _office.PeopleAsync(4);
        string[] employers = ["济南鑫源机械有限公司", "鑫源机械", "蓝天物业", "鑫源机械厂"];
        _booked =
        [
            await BookAsync(people[0], "01-13 09:10", employers[0]), await BookAsync(people[1], "01-13 14:00", employers[1]),
            await BookAsync(people[2], "01-13 14:40", employers[2]), await BookAsync(people[3], "01-14 14:00", employers[3]),
        ];
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Those_about_the_same_employer_are_named_without_saying_which()
    {
        var file = await OpenAsync(0);

        Assert.Equal([_booked[1].Number, _booked[3].Number], file.Alike.Select(b => b.Number));
        Assert.Equal((null, 1), (file.Group, file.People));
        Assert.Empty((await OpenAsync(2)).Alike);
    }

    [Fact]
    public async Task Joined_bookings_are_one_matter_with_a_step_in_each_history_and_can_be_taken_out_again()
    {
        Assert.Null(await JoinAsync(0, _booked[1].Number));
        Assert.Null(await JoinAsync(2, $"{_booked[3].Id}"));
        Assert.Null(await JoinAsync(3, _booked[0].Number));
        Assert.Equal(BookingRefusal.NotNow, await JoinAsync(1, _booked[2].Number));
        Assert.Equal(BookingRefusal.NoSuchBooking, await JoinAsync(1, _booked[1].Number));
        Assert.Equal(BookingRefusal.NoSuchBooking, await JoinAsync(1, "LA-0301-099"));

        var file = await OpenAsync(2);
        Assert.Equal([_booked[0].Number, _booked[1].Number, _booked[3].Number], file.Together.Select(b => b.Number));
        Assert.Equal(4, file.People);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_group"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_booking b WHERE NOT EXISTS (SELECT FROM legal_booking_event e WHERE e.booking_id = b.id AND e.deed = 15)"));

        Assert.Null(await TakeOutAsync(2));
        Assert.Null(await TakeOutAsync(3));
        Assert.Equal([_booked[1].Number], (await OpenAsync(0)).Together.Select(b => b.Number));
        Assert.Null(await TakeOutAsync(0));
        Assert.Equal(BookingRefusal.NotNow, await TakeOutAsync(1));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_group"));
    }

    [Fact]
    public async Task From_ten_people_on_staff_see_once_that_representatives_are_to_be_chosen()
    {
        await _database.ExecuteAsync("UPDATE legal_booking SET people = 4");
        Assert.Null(await JoinAsync(0, _booked[1].Number));
        Assert.Equal(0L, await CasesAsync());

        Assert.Null(await JoinAsync(0, _booked[2].Number));
        Assert.Null(await JoinAsync(0, _booked[3].Number));

        Assert.Equal(1L, await CasesAsync());
    }

    [Fact]
    public async Task Of_another_part_of_the_tree_nothing_is_joined_nor_seen()
    {
        await _database.ExecuteAsync("INSERT INTO organisation (id, path, name, level, region_code) VALUES (2, '2.', '历下区总工会', 3, '370102'), (3, '3.', '市中区总工会', 3, '370103')");
        var other = await _office.LawyerAsync("李明");
        await _database.ExecuteAsync("UPDATE legal_lawyer SET organisation_id = CASE WHEN id = $1 THEN 3 ELSE 2 END", other);
        await _database.ExecuteAsync("UPDATE legal_booking SET lawyer_id = $2 WHERE id = $1", _booked[1].Id, other);
        var part = await _office.Union.AsAsync<LegalParts, LegalPart>(parts => parts.OfAsync(new(IsWhole: false, ["2."]), lawyer: null, Ct));

        var file = await _office.Union.AsAsync<MatterGroups, GroupFile?>(groups => groups.OpenAsync(_booked[0].Id, part, Ct));
        var refusal = await _office.Union.AsAsync<MatterGroups, BookingRefusal?>(groups => groups.JoinAsync(_booked[0].Id, _booked[1].Number, part, Staff, Ct));

        Assert.Equal([_booked[3].Number], file!.Alike.Select(b => b.Number));
        Assert.Equal(BookingRefusal.NoSuchBooking, refusal);
    }

    private Task<KnownBooking> BookAsync(PersonId person, string start, string employer)
    {
        var details = LegalOffice.Details();
        return _office.BookAsync(person, start, details: details with { Told = details.Told with { Employer = employer } });
    }

    private async Task<GroupFile> OpenAsync(int n) =>
        (await _office.Union.AsAsync<MatterGroups, GroupFile?>(groups => groups.OpenAsync(_booked[n].Id, LegalPart.Whole, Ct)))!;

    private Task<BookingRefusal?> JoinAsync(int n, string with) =>
        _office.Union.AsAsync<MatterGroups, BookingRefusal?>(groups => groups.JoinAsync(_booked[n].Id, with, LegalPart.Whole, Staff, Ct));

    private Task<BookingRefusal?> TakeOutAsync(int n) =>
        _office.Union.AsAsync<MatterGroups, BookingRefusal?>(groups => groups.TakeOutAsync(_booked[n].Id, LegalPart.Whole, Staff, Ct));

    private Task<long> CasesAsync() => _database.ScalarAsync<long>("SELECT count(*) FROM union_case WHERE kind = 'legal-aid/group'");
}
