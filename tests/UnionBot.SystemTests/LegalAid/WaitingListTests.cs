using UnionBot.Core.Jobs;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>Whoever waits is offered what becomes free.</summary>
public sealed class WaitingListTests : IAsyncLifetime
{
    private static readonly SlotWish Friday = new() { From = new DateOnly(2026, 1, 16), Until = new DateOnly(2026, 1, 16), NotBefore = new TimeOnly(14, 30), Before = new TimeOnly(15, 0) };

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        await _office.LawyerAsync("周静");
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_freed_time_goes_to_the_urgent_first_then_by_the_time_of_asking_a_quarter_of_an_hour_each()
    {
        var booker = await _office.PersonAsync("占着的");
        var booked = await _office.BookAsync(booker, "01-16 14:40");
        string[] names = ["先来的", "后来的", "急的"];
        foreach (var name in names)
        {
            var person = await _office.PersonAsync(name);
            await _office.InTurnAsync(async c => { await c.WaitAsync(person, new KeptWish(Friday with { IsUrgent = name == "急的" }, "{}"), CancellationToken.None); return true; });
            _office.Union.Waits(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(0, (await RunAsync()).Done);
        await _office.CancelAsync(booker, booked.Id);

        Assert.Equal(1, (await RunAsync()).Done);
        Assert.Equal(["急的"], await OfferedAsync(names));
        Assert.Empty(await _office.FindAsAsync(await _office.PersonAsync("后来的"), Friday));
        Assert.Single(await _office.FindAsAsync(await _office.PersonAsync("急的"), Friday));
        Assert.Equal(0, (await RunAsync()).Done);

        _office.Union.Waits(TimeSpan.FromMinutes(15));
        Assert.Equal(1, (await RunAsync()).Done);
        Assert.Equal(["先来的"], await OfferedAsync(names));

        var first = await _office.PersonAsync("先来的");
        var offered = (await _office.InTurnAsync(c => c.OfferedAsync(first, CancellationToken.None)))!;
        Assert.Equal("LA-0116-002", (await _office.ConfirmAsync(first, offered.Held.Hold)).Booking!.Number);
        _office.Union.Waits(TimeSpan.FromMinutes(15));
        Assert.Equal(0, (await RunAsync()).Done);
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_waiting"));
        Assert.All(await _office.Union.ToldAsync("急的"), words => Assert.StartsWith("服务预约提醒\n您等的时间有空了", words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_night_nobody_is_offered_anything()
    {
        var wang = await _office.PersonAsync("王芳");
        await _office.InTurnAsync(async c => { await c.WaitAsync(wang, new KeptWish(new SlotWish(), "{}"), CancellationToken.None); return true; });
        _office.ItBecomes("01-12 22:00");
        Assert.Equal(0, (await RunAsync()).Done);

        _office.ItBecomes("01-13 08:01");
        Assert.Equal(1, (await RunAsync()).Done);
    }

    [Fact]
    public async Task Whose_last_day_has_passed_waits_no_longer_and_a_second_wish_keeps_the_turn_of_the_first()
    {
        var wang = await _office.PersonAsync("王芳");
        await _office.InTurnAsync(async c => { await c.WaitAsync(wang, new KeptWish(Friday, "{}"), CancellationToken.None); return true; });
        var asked = await _database.ScalarAsync<DateTime>("SELECT asked_at FROM legal_waiting");
        _office.Union.Waits(TimeSpan.FromHours(1));
        await _office.InTurnAsync(async c => { await c.WaitAsync(wang, new KeptWish(Friday with { Until = new DateOnly(2026, 1, 13) }, "{}"), CancellationToken.None); return true; });
        Assert.Equal(asked, await _database.ScalarAsync<DateTime>("SELECT asked_at FROM legal_waiting"));

        _office.ItBecomes("01-14 10:00");
        await RunAsync();
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_waiting"));
    }

    private Task<JobReport> RunAsync() => _office.Union.AsAsync<OfferFreedTimes, JobReport>(job => job.RunAsync(_office.Union.Now, CancellationToken.None));

    private async Task<IReadOnlyList<string>> OfferedAsync(string[] names)
    {
        var offered = new List<string>();
        foreach (var name in names)
        {
            var person = await _office.Union.PersonAsync(name);
            if (await _office.InTurnAsync(c => c.OfferedAsync(person, CancellationToken.None)) is not null) offered.Add(name);
        }

        return offered;
    }
}
