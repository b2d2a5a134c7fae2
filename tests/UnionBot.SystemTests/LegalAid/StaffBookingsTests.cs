using UnionBot.Core.Audit;
using UnionBot.Core.Jobs;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>What staff do on the day, and when a lawyer is ill.</summary>
public sealed class StaffBookingsTests : IAsyncLifetime
{
    private static readonly AuditActor Staff = AuditActor.Operator("test");

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
    public async Task Who_says_the_number_is_checked_in_and_the_consultation_is_done()
    {
        await _office.LawyerAsync("周静");
        var wang = await _office.PersonAsync("王芳");
        await _office.BookAsync(wang, "01-16 14:40");
        _office.ItBecomes("01-16 14:30");

        Assert.Null(await DoAsync(desk => desk.CheckInAsync("la0116-1", Staff, CancellationToken.None)));
        Assert.Equal(BookingState.CheckedIn, Assert.Single(await BoardAsync("01-16")).State);
        Assert.NotNull(await DoAsync(desk => desk.CheckInAsync("LA-0116-001", Staff, CancellationToken.None)));
        Assert.Null(await DoAsync(desk => desk.FinishAsync("LA-0116-001", BookingState.Done, Staff, CancellationToken.None)));
        Assert.Equal(BookingRefusal.NoSuchBooking, await DoAsync(desk => desk.FinishAsync("LA-0116-001", BookingState.Done, Staff, CancellationToken.None)));
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action LIKE 'booking/%'"));
    }

    [Fact]
    public async Task Who_may_still_come_has_not_missed_it_and_who_did_not_answer_twice_is_not_to_blame()
    {
        await _office.LawyerAsync("周静");
        var (wang, li) = (await _office.PersonAsync("王芳"), await _office.PersonAsync("李强"));
        await _office.BookAsync(wang, "01-16 14:40");
        await _office.BookAsync(li, "01-16 15:20");
        _office.ItBecomes("01-16 14:54");

        Assert.NotNull(await DoAsync(desk => desk.MissAsync("LA-0116-001", Staff, CancellationToken.None)));
        _office.Union.Waits(TimeSpan.FromMinutes(1));
        Assert.Null(await DoAsync(desk => desk.MissAsync("LA-0116-001", Staff, CancellationToken.None)));
        Assert.Null(await DoAsync(desk => desk.CallInVainAsync("LA-0116-002", Staff, CancellationToken.None)));
        Assert.Null(await DoAsync(desk => desk.CallInVainAsync("LA-0116-002", Staff, CancellationToken.None)));

        Assert.Equal([BookingState.NoShow, BookingState.NotAnswered], (await BoardAsync("01-16")).Select(line => line.State));
        var told = await _office.Union.ToldAsync("李强");
        Assert.Contains("一会儿再打一次", told[^2], StringComparison.Ordinal);
        Assert.Contains("不算您爽约", told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_walks_in_is_received_while_lawyer_and_room_are_free()
    {
        var site = await _office.SiteAsync("职工服务中心");
        await _office.LawyerAsync("周静", site);
        var slot = (await WalkInTimesAsync())[0];

        Assert.Equal("10:10", LegalOffice.Text(slot.StartsAt)[6..]);
        Assert.Equal("LA-0112-001", (await TakeAsync(slot)).Number);
        Assert.Equal(WalkInRefusal.Taken, (await TakeAsync(slot)).Refusal);
        Assert.Equal("10:50", LegalOffice.Text((await WalkInTimesAsync())[0].StartsAt)[6..]);
        Assert.Equal(BookingState.CheckedIn, Assert.Single(await BoardAsync("01-12")).State);
    }

    [Fact]
    public async Task Of_twenty_who_walk_in_at_once_one_gets_the_time()
    {
        await _office.LawyerAsync("周静", await _office.SiteAsync("职工服务中心"));
        var slot = (await WalkInTimesAsync())[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TakeAsync(slot)));

        Assert.Single(outcomes, o => o.Number is not null);
    }

    [Fact]
    public async Task Two_of_staff_who_swap_two_bookings_at_once_do_not_wait_for_each_other_for_ever()
    {
        var (one, other) = (await _office.LawyerAsync("周静"), await _office.LawyerAsync("王律"));
        var (wang, li) = (await _office.PersonAsync("王芳"), await _office.PersonAsync("李强"));
        var first = await _office.BookAsync(wang, "01-16 14:40", new SlotWish { LawyerId = one });
        var second = await _office.BookAsync(li, "01-16 14:40", new SlotWish { LawyerId = other });

        var moved = await Task.WhenAll(
            DoAsync(desk => desk.MoveAsync(first.Number, second.Slot, Staff, CancellationToken.None)),
            DoAsync(desk => desk.MoveAsync(second.Number, first.Slot, Staff, CancellationToken.None)));

        Assert.Equal([BookingRefusal.NotNow, BookingRefusal.NotNow], moved);
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_taken_time"));
    }

    [Fact]
    public async Task Staff_cancel_and_move_for_somebody_who_is_told()
    {
        var lawyer = await _office.LawyerAsync("周静");
        var wang = await _office.PersonAsync("王芳");
        var booked = await _office.BookAsync(wang, "01-16 14:40");
        var slot = booked.Slot with { StartsAt = LegalOffice.At("01-17 09:00"), EndsAt = LegalOffice.At("01-17 09:30"), LawyerId = lawyer };

        Assert.Null(await DoAsync(desk => desk.MoveAsync(booked.Number, slot, Staff, CancellationToken.None)));
        Assert.Contains("1月17日(周六) 09:00", (await _office.Union.ToldAsync("王芳"))[^1], StringComparison.Ordinal);
        Assert.Null(await DoAsync(desk => desk.CancelAsync(booked.Number, "律师有事", Staff, CancellationToken.None)));
        Assert.Contains("取消了", (await _office.Union.ToldAsync("王芳"))[^1], StringComparison.Ordinal);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE 'legal-aid/reminder%' AND status = 0"));
    }

    [Fact]
    public async Task A_lawyer_is_ill_and_everybody_gets_the_three_nearest_times_who_does_not_answer_is_called()
    {
        var ill = await _office.LawyerAsync("周静");
        string[] starts = ["08:30", "09:10", "09:50", "10:30", "14:00", "14:40", "15:20", "16:00"];
        var people = await _office.PeopleAsync(40);
        foreach (var (n, person) in people.Index())
        {
            await _office.BookAsync(person, $"01-{16 + (n / 8 is 0 ? 0 : n / 8 + 2)} {starts[n % 8]}", new SlotWish { IsUrgent = true }, LegalOffice.Details($"138{n:D8}"));
        }

        await _office.LawyerAsync("王律");

        var displaced = await _office.Union.AsAsync<MassMove, int>(
            move => move.LeaveAsync(ill, LegalOffice.At("01-13 00:00"), LegalOffice.At("01-24 00:00"), "住院", Staff, CancellationToken.None));

        Assert.Equal(40, displaced);
        Assert.Equal(40L, await _database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE 'legal-aid/displaced/%'"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE 'legal-aid/reminder%' AND status = 0"));
        var first = Assert.Single(await _office.InTurnAsync(c => c.OpenAsync(people[0], CancellationToken.None)));
        var held = (await _office.HoldAsync(people[0], await _office.SlotAsync("01-16 09:10"), new HoldPurpose(Moving: first.Id))).Held!;
        Assert.NotNull((await _office.MoveAsync(people[0], first.Id, held.Hold)).Booking);

        _office.Union.Waits(TimeSpan.FromHours(4));
        Assert.Equal(39, (await _office.Union.AsAsync<ListUnanswered, JobReport>(job => job.RunAsync(_office.Union.Now, CancellationToken.None))).Done);
        var calls = await _office.Union.AsAsync<DisplacedCalls, IReadOnlyList<DisplacedCall>>(list => list.ReadAsync(LegalPart.Whole, Staff, CancellationToken.None));
        Assert.Equal((39, "王芳", "13800000001"), (calls.Count, calls[0].Name, calls[0].Phone));
    }

    private Task<T> DoAsync<T>(Func<StaffBookings, Task<T>> work) => _office.Union.AsAsync(work);

    private Task<IReadOnlyList<FreeSlot>> WalkInTimesAsync() =>
        _office.Union.AsAsync<WalkIns, IReadOnlyList<FreeSlot>>(walkIns => walkIns.TimesAsync(LegalPart.Whole, CancellationToken.None));

    private Task<WalkInOutcome> TakeAsync(FreeSlot slot) =>
        _office.Union.AsAsync<WalkIns, WalkInOutcome>(walkIns => walkIns.TakeAsync(slot, person: null, LegalOffice.Details(), Staff, CancellationToken.None));

    private async Task<IReadOnlyList<BoardBooking>> BoardAsync(string day) => (await _office.Union.AsAsync<DayBoard, BoardDay>(
        board => board.ReadAsync(UnionBot.Core.Calendar.UnionCalendar.DayOf(LegalOffice.At($"{day} 12:00")), LegalPart.Whole, CancellationToken.None))).Bookings;
}
