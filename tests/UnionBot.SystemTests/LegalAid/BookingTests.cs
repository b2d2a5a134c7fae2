using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>Times are found, held, booked, moved and cancelled.</summary>
public sealed class BookingTests : IAsyncLifetime
{
    private const string Day = "08:30 09:10 09:50 14:00 14:40 15:20";

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
    public async Task The_last_time_of_each_block_is_kept_for_the_urgent_until_the_day_before()
    {
        await _office.LawyerAsync("周静");

        Assert.Equal(Day, await _office.FreeOnAsync("01-16"));
        Assert.Equal("08:30 09:10 09:50 10:30 14:00 14:40 15:20 16:00", await _office.FreeOnAsync("01-16", new SlotWish { IsUrgent = true }));

        _office.ItBecomes("01-15 11:00");
        Assert.Equal("08:30 09:10 09:50 10:30 14:00 14:40 15:20", await _office.FreeOnAsync("01-16"));
    }

    [Fact]
    public async Task Nothing_is_offered_sooner_than_in_two_hours_later_than_in_two_weeks_or_on_a_day_off()
    {
        await _office.LawyerAsync("周静");

        Assert.Equal("14:00 14:40 15:20 16:00", await _office.FreeOnAsync("01-12"));
        Assert.Equal("", await _office.FreeOnAsync("01-17"));
        Assert.Equal(Day, await _office.FreeOnAsync("01-26"));
        Assert.Equal("", await _office.FreeOnAsync("01-27"));
    }

    [Fact]
    public async Task On_holidays_nobody_is_booked_and_a_weekend_that_is_worked_goes_by_the_rota_of_the_day_beside_it()
    {
        await _office.LawyerAsync("周静", site: null, facts: null, DayOfWeek.Monday);
        await _office.LawyerAsync("王律", site: null, facts: null, DayOfWeek.Friday);
        _office.ItBecomes("02-09 10:00");

        Assert.Equal(Day, await _office.FreeOnAsync("02-14"));
        Assert.Equal("", await _office.FreeOnAsync("02-16"));
        Assert.All(await _office.FindAsync(new SlotWish { From = new DateOnly(2026, 2, 14), Until = new DateOnly(2026, 2, 14) }), s => Assert.Equal("王律", s.Lawyer));
        _office.ItBecomes("09-14 10:00");
        Assert.All(await _office.FindAsync(new SlotWish { From = new DateOnly(2026, 9, 20), Until = new DateOnly(2026, 9, 20) }), s => Assert.Equal("周静", s.Lawyer));
        Assert.Equal(Day, await _office.FreeOnAsync("09-20"));
    }

    [Fact]
    public async Task Who_books_a_consultation_has_its_number_and_its_reminders()
    {
        await _office.LawyerAsync("周静");
        var wang = await _office.PersonAsync("王芳");

        var booked = await _office.BookAsync(wang, "01-16 14:40", details: LegalOffice.Details("13800005521"));

        Assert.Equal(("LA-0116-001", "周静", "13800005521"), (booked.Number, booked.Slot.Lawyer, booked.Phone));
        Assert.Equal("08:30 09:10 09:50 14:00 15:20", await _office.FreeOnAsync("01-16"));
        Assert.Equal(["01-15 18:00", "01-16 12:40"], await RemindersAsync(OutboundStatus.Queued));
        Assert.All(await _office.Union.ToldAsync("王芳"), words =>
        {
            Assert.StartsWith("服务预约提醒\n", words, StringComparison.Ordinal);
            Assert.DoesNotContain("周静", words, StringComparison.Ordinal);
            Assert.DoesNotContain("鑫源", words, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_hold_keeps_the_time_for_eight_minutes_and_then_is_in_nobodys_way()
    {
        await _office.LawyerAsync("周静");
        var (wang, li) = (await _office.PersonAsync("王芳"), await _office.PersonAsync("李强"));
        var slot = await _office.SlotAsync("01-16 14:40");
        var held = (await _office.HoldAsync(wang, slot)).Held!;

        Assert.Equal(BookingRefusal.SlotTaken, (await _office.HoldAsync(li, slot)).Refusal);
        _office.Union.Waits(TimeSpan.FromMinutes(8));
        Assert.NotNull((await _office.HoldAsync(li, slot)).Held);

        Assert.Equal(BookingRefusal.HoldOver, (await _office.ConfirmAsync(wang, held.Hold)).Refusal);
    }

    [Fact]
    public async Task A_hold_that_has_run_out_is_no_booking_even_when_nobody_else_came()
    {
        await _office.LawyerAsync("周静");
        var wang = await _office.PersonAsync("王芳");
        var held = (await _office.HoldAsync(wang, await _office.SlotAsync("01-16 14:40"))).Held!;
        _office.Union.Waits(TimeSpan.FromMinutes(9));

        Assert.Equal(BookingRefusal.HoldOver, (await _office.ConfirmAsync(wang, held.Hold)).Refusal);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_booking"));
    }

    [Fact]
    public async Task Who_decides_anew_lets_go_of_the_first_time()
    {
        await _office.LawyerAsync("周静");
        var wang = await _office.PersonAsync("王芳");
        await _office.HoldAsync(wang, await _office.SlotAsync("01-16 14:00"));
        await _office.HoldAsync(wang, await _office.SlotAsync("01-16 14:40"));

        Assert.Equal("08:30 09:10 09:50 14:00 15:20", await _office.FreeOnAsync("01-16"));
        Assert.True(await _office.InTurnAsync(c => c.ReleaseAsync(wang, CancellationToken.None)));
        Assert.Equal(Day, await _office.FreeOnAsync("01-16"));
    }

    [Fact]
    public async Task A_move_takes_the_new_time_frees_the_old_one_keeps_the_number_and_replaces_the_reminders()
    {
        await _office.LawyerAsync("周静");
        var wang = await _office.PersonAsync("王芳");
        var booked = await _office.BookAsync(wang, "01-16 14:40");
        var held = (await _office.HoldAsync(wang, await _office.SlotAsync("01-19 09:10"), new HoldPurpose(Moving: booked.Id))).Held!;

        var moved = await _office.MoveAsync(wang, booked.Id, held.Hold, "周五不行了");

        Assert.Equal(("LA-0116-001", 1, false), (moved.Booking!.Number, moved.Booking.Moves, moved.IsLate));
        Assert.Equal(Day, await _office.FreeOnAsync("01-16"));
        Assert.Equal("08:30 09:50 14:00 14:40 15:20", await _office.FreeOnAsync("01-19"));
        Assert.Equal(["01-15 18:00", "01-16 12:40"], await RemindersAsync(OutboundStatus.Withheld));
        Assert.Equal(["01-18 18:00", "01-18 20:30"], await RemindersAsync(OutboundStatus.Queued));
        Assert.Equal(LegalOffice.At("01-16 14:40"), await _database.ScalarAsync<DateTime>("SELECT from_start FROM legal_booking_event WHERE deed = 1"));
    }

    [Fact]
    public async Task A_cancelled_booking_frees_its_time_and_none_of_its_reminders_goes_out()
    {
        await _office.LawyerAsync("周静");
        var wang = await _office.PersonAsync("王芳");
        var booked = await _office.BookAsync(wang, "01-16 14:40");
        _office.ItBecomes("01-16 12:41");

        // A host has claimed both and is about to send them.
        var claimed = await _office.Union.AsAsync<DueMessages, ClaimedBatch>(due => due.ClaimAsync(10, CancellationToken.None));
        var cancelled = await _office.CancelAsync(wang, booked.Id, "找到工作了");

        Assert.True(cancelled.IsLate);
        Assert.Equal(2, claimed.Messages.Count);
        foreach (var message in claimed.Messages)
            Assert.Null(await _office.Union.AsAsync<SendBeginnings, ClaimedMessage?>(begin => begin.BeginAsync(message)));
        Assert.Empty((await _office.Union.AsAsync<DueMessages, ClaimedBatch>(due => due.ClaimAsync(10, CancellationToken.None))).Messages);
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE status = 9 AND withheld = 7"));
        Assert.Equal(BookingRefusal.NoSuchBooking, (await _office.CancelAsync(wang, booked.Id)).Refusal);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_taken_time"));
    }

    [Fact]
    public async Task One_person_has_one_open_booking_and_three_in_thirty_days_but_for_the_urgent()
    {
        await _office.LawyerAsync("周静");
        var wang = await _office.PersonAsync("王芳");
        var first = await _office.BookAsync(wang, "01-13 14:00");

        Assert.Equal(BookingRefusal.HasOpenBooking, (await _office.HoldAsync(wang, await _office.SlotAsync("01-16 14:40"))).Refusal);
        await _office.BookAsync(wang, "01-14 14:00", new SlotWish { IsUrgent = true });
        foreach (var start in new[] { "01-15 14:00", "01-19 14:00" })
        {
            await _database.ExecuteAsync("UPDATE legal_booking SET state = 2 WHERE state = 0");
            first = await _office.BookAsync(wang, start);
        }

        await _database.ExecuteAsync("UPDATE legal_booking SET state = 2 WHERE state = 0");
        Assert.Equal(BookingRefusal.HadEnough, (await _office.HoldAsync(wang, await _office.SlotAsync("01-16 14:40"))).Refusal);
    }

    [Fact]
    public async Task The_same_person_with_two_accounts_is_known_by_the_phone_and_somebody_else_is_counted_by_themselves()
    {
        await _office.LawyerAsync("周静");
        var (one, other) = (await _office.PersonAsync("王芳"), await _office.PersonAsync("王芳二号"));
        await _office.BookAsync(one, "01-13 14:00", details: LegalOffice.Details("13800005521"));
        var held = (await _office.HoldAsync(other, await _office.SlotAsync("01-16 14:40"))).Held!;

        Assert.Equal(BookingRefusal.HasOpenBooking, (await _office.ConfirmAsync(other, held.Hold, LegalOffice.Details("13800005521"))).Refusal);
        Assert.NotNull(await _office.BookAsync(one, "01-16 09:10", details: LegalOffice.Details("13800005522") with { ForOther = true }));
    }

    [Fact]
    public async Task A_site_receives_no_more_people_at_once_than_it_has_rooms_and_who_calls_needs_none()
    {
        var site = await _office.SiteAsync("职工服务中心", rooms: 2);
        foreach (var name in new[] { "周静", "王律", "李律" }) await _office.LawyerAsync(name, site);
        var people = await _office.PeopleAsync(4);
        var coming = new SlotWish { Modes = ConsultationModes.OnSite };
        await _office.BookAsync(people[0], "01-16 14:40", coming);
        await _office.BookAsync(people[1], "01-16 14:40", coming);

        Assert.DoesNotContain("14:40", await _office.FreeOnAsync("01-16", coming), StringComparison.Ordinal);
        await _office.BookAsync(people[2], "01-16 14:40", new SlotWish { Modes = ConsultationModes.Phone });
        Assert.Equal([1, 2], await _database.ScalarAsync<short[]>("SELECT array_agg(room ORDER BY room) FROM legal_taken_time WHERE room IS NOT NULL"));
    }

    [Fact]
    public async Task Lawyers_on_leave_and_closed_sites_are_not_offered()
    {
        var site = await _office.SiteAsync("职工服务中心");
        var lawyer = await _office.LawyerAsync("周静", site);
        await using (var db = _database.Open())
        {
            db.Add(new Absence(lawyer, null, LegalOffice.At("01-16 08:00"), LegalOffice.At("01-16 12:00"), "病假"));
            db.Add(new Absence(null, site, LegalOffice.At("01-16 14:00"), LegalOffice.At("01-16 15:00"), "停电"));
            db.Add(new ExtraBlock(lawyer, new DateOnly(2026, 1, 17), new TimeOnly(9, 0), new TimeOnly(10, 0), site, ConsultationModes.OnSite));
            await db.SaveChangesAsync();
        }

        Assert.Equal("14:00 14:40 15:20", await _office.FreeOnAsync("01-16"));
        Assert.Equal("15:20", await _office.FreeOnAsync("01-16", new SlotWish { Modes = ConsultationModes.OnSite }));
        Assert.Equal("09:00", await _office.FreeOnAsync("01-17"));
    }

    [Fact]
    public async Task A_wish_chooses_the_lawyer_by_what_matters_and_the_nearest_time_first()
    {
        await _office.LawyerAsync("王律");
        var zhou = await _office.LawyerAsync("周静", facts: new LawyerFacts { Office = "所", IsWoman = true, Dialects = ["济南话"], Signs = true, Skills = ["work_injury"] });

        Assert.All(await _office.FindAsync(new SlotWish { Woman = true }), s => Assert.Equal(("周静", true), (s.Lawyer, s.IsWoman)));
        Assert.NotEmpty(await _office.FindAsync(new SlotWish { Dialect = "济南话", Signs = true }));
        Assert.Empty(await _office.FindAsync(new SlotWish { Dialect = "粤语" }));
        Assert.Empty(await _office.FindAsync(new SlotWish { Woman = true, Except = [zhou] }));
        Assert.All(await _office.FindAsync(new SlotWish { Topic = "work_injury" }), s => Assert.Equal(zhou, s.LawyerId));
        var near = await _office.FindAsync(new SlotWish { From = new DateOnly(2026, 1, 16), Until = new DateOnly(2026, 1, 16), At = new TimeOnly(15, 0) }, most: 3);
        Assert.Equal(["14:40", "15:20", "14:00"], near.Select(s => LegalOffice.Text(s.StartsAt)[6..]));
        Assert.Equal("14:00 14:40 15:20", await _office.FreeOnAsync("01-16", new SlotWish { NotBefore = new TimeOnly(12, 0) }));
    }

    [Fact]
    public async Task Whoever_ends_a_turn_halfway_has_changed_nothing()
    {
        await _office.LawyerAsync("周静");
        var wang = await _office.PersonAsync("王芳");
        var booked = await _office.BookAsync(wang, "01-16 14:40");
        var held = (await _office.HoldAsync(wang, await _office.SlotAsync("01-19 09:10"), new HoldPurpose(Moving: booked.Id))).Held!;

        // The time has changed and the reminders are replaced; then the host is gone before the commit.
        await Assert.ThrowsAsync<InvalidOperationException>(() => _office.InTurnAsync<bool>(async c =>
        {
            Assert.NotNull((await c.MoveAsync(wang, booked.Id, held.Hold, null, CancellationToken.None)).Booking);
            throw new InvalidOperationException("The host is gone.");
        }));

        Assert.Equal("08:30 09:10 09:50 14:00 15:20", await _office.FreeOnAsync("01-16"));
        Assert.Equal(["01-15 18:00", "01-16 12:40"], await RemindersAsync(OutboundStatus.Queued));
        Assert.Empty(await RemindersAsync(OutboundStatus.Withheld));
        Assert.NotNull((await _office.MoveAsync(wang, booked.Id, held.Hold)).Booking);
    }

    private async Task<IEnumerable<string>> RemindersAsync(OutboundStatus status) => (await _database.ScalarAsync<DateTime[]>(
        "SELECT coalesce(array_agg(not_before ORDER BY not_before), '{}') FROM outbound WHERE occasion LIKE 'legal-aid/reminder%' AND status = $1", (short)status))
        .Select(at => LegalOffice.Text(new DateTimeOffset(at, TimeSpan.Zero)));
}
