using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>Many want the same at once: the database decides.</summary>
public sealed class BookingRaceTests : IAsyncLifetime
{
    private const string OverlapsSql =
        """
        SELECT count(*) FROM legal_taken_time a JOIN legal_taken_time b ON a.id < b.id
           AND (a.lawyer_id = b.lawyer_id OR (a.site_id = b.site_id AND a.room = b.room)) AND a.busy_from < b.busy_until AND b.busy_from < a.busy_until
        """;

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Of_all_who_want_one_time_one_gets_it_and_the_others_are_offered_the_next()
    {
        await _office.LawyerAsync("周静");
        var slot = await _office.SlotAsync("01-16 14:40");
        var people = await _office.PeopleAsync(Effort.Of(100, 1_000));

        var outcomes = await TogetherAsync(people, async person => (await _office.HoldAsync(person, slot)).Held is { } held
            ? (await _office.ConfirmAsync(person, held.Hold)).Booking
            : null);

        Assert.Single(outcomes.OfType<KnownBooking>());
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_booking"));
        var next = await _office.FindAsync(new SlotWish { From = new DateOnly(2026, 1, 16), At = new TimeOnly(14, 40) }, most: 3);
        Assert.Equal(["14:00", "15:20", "09:50"], next.Select(s => LegalOffice.Text(s.StartsAt)[6..]));
    }

    [Fact]
    public async Task However_many_try_for_however_few_times_none_is_given_twice()
    {
        var site = await _office.SiteAsync("职工服务中心", rooms: 2);
        foreach (var name in new[] { "周静", "王律", "李律" }) await _office.LawyerAsync(name, site);
        var all = await _office.FindAsync(new SlotWish { IsUrgent = true, Modes = ConsultationModes.OnSite }, Effort.Of(10, 100));
        var people = await _office.PeopleAsync(Effort.Of(300, 5_000));

        var outcomes = await TogetherAsync(people, person => _office.HoldAsync(person, all[(int)(person.Value % all.Count)], new HoldPurpose(IsUrgent: true)));

        Assert.Equal(all.Count, outcomes.Count(o => o.Held is not null));
        Assert.All(outcomes.Where(o => o.Held is null), o => Assert.Equal(BookingRefusal.SlotTaken, o.Refusal));
        Assert.Equal(0L, await _database.ScalarAsync<long>(OverlapsSql));
    }

    [Fact]
    public async Task The_last_room_is_given_once_also_to_different_lawyers()
    {
        var site = await _office.SiteAsync("职工服务中心");
        foreach (var name in new[] { "周静", "王律", "李律", "赵律" }) await _office.LawyerAsync(name, site);
        var slot = await _office.SlotAsync("01-16 14:40", new SlotWish { Modes = ConsultationModes.OnSite });
        var people = await _office.PeopleAsync(4);

        var outcomes = await TogetherAsync(people, person => _office.HoldAsync(person, slot with { LawyerId = person.Value - people[0].Value + slot.LawyerId }));

        Assert.Single(outcomes, o => o.Held is not null);
    }

    [Fact]
    public async Task What_code_could_overlook_the_database_refuses()
    {
        var lawyer = await _office.LawyerAsync("周静");
        const string insert =
            """
            INSERT INTO legal_taken_time (id, lawyer_id, mode, starts_at, ends_at, busy_from, busy_until)
            SELECT gen_random_uuid(), $1, 2, $2, $2 + interval '30 min', $2, $2 + interval '40 min' ON CONFLICT DO NOTHING
            """;

        Assert.Equal(1, await _database.ExecuteAsync(insert, lawyer, LegalOffice.At("01-16 14:40")));
        Assert.Equal(0, await _database.ExecuteAsync(insert, lawyer, LegalOffice.At("01-16 15:19")));
        Assert.Equal(1, await _database.ExecuteAsync(insert, lawyer, LegalOffice.At("01-16 15:20")));
    }

    private static async Task<IReadOnlyList<T>> TogetherAsync<TIn, T>(IEnumerable<TIn> all, Func<TIn, Task<T>> work)
    {
        var results = new System.Collections.Concurrent.ConcurrentBag<T>();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (one, _) => results.Add(await work(one)));
        return [.. results];
    }
}
