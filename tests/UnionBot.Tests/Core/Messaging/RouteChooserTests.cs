using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;

namespace UnionBot.Tests.Core.Messaging;

public sealed class RouteChooserTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly SendingRules Rules = new()
    {
        Templates = new HashSet<MessageKind>(Enum.GetValues<MessageKind>()),
        Notices = Enum.GetValues<MessageKind>().ToDictionary(kind => kind, _ => "n"),
    };

    private readonly Dictionary<SendRoute, ApiQuota> _account = Enum.GetValues<SendRoute>().ToDictionary(route => route, _ => Free());

    private readonly HashSet<DateOnly> _silent = [];

    [Theory]
    [InlineData(MessageKind.StaffAnswer)]
    [InlineData(MessageKind.Alarm)]
    [InlineData(MessageKind.Booking)]
    [InlineData(MessageKind.VacancyPush)]
    public void An_open_window_is_used_first_whatever_is_sent(MessageKind kind) =>
        Assert.Equal(SendRoute.Custom, Go(kind, Person(wroteAt: Now, consents: 1)));

    [Theory]
    [InlineData(MessageKind.Booking)]
    [InlineData(MessageKind.VacancyPush)]
    [InlineData(MessageKind.Campaign)]
    public void Without_a_window_a_consent_is_used(MessageKind kind) =>
        Assert.Equal(SendRoute.Notice, Go(kind, Person(consents: 1)));

    [Theory]
    [InlineData(MessageKind.CaseProgress)]
    [InlineData(MessageKind.Booking)]
    [InlineData(MessageKind.Visit)]
    [InlineData(MessageKind.Application)]
    [InlineData(MessageKind.Alarm)]
    public void Without_either_a_service_notice_goes_by_template(MessageKind kind) =>
        Assert.Equal(SendRoute.Template, Go(kind, Person()));

    [Theory]
    [InlineData(MessageKind.Campaign)]
    [InlineData(MessageKind.Broadcast)]
    public void What_nobody_asked_for_never_goes_by_template_and_is_withheld_with_its_reason(MessageKind kind)
    {
        Assert.Equal(WithheldReason.NoWay, Assert.IsType<RouteChoice.Withhold>(Choose(kind, Person())).Why);
        Assert.Contains("advertises", SendRoutes.RefusalOf(kind, SendRoute.Template), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_rule_of_the_person_s_own_called_for_never_goes_by_template_and_waits_for_their_next_contact()
    {
        Assert.IsType<RouteChoice.Hold>(Choose(MessageKind.VacancyPush, Person()));
        Assert.Contains("advertises", SendRoutes.RefusalOf(MessageKind.VacancyPush, SendRoute.Template), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_of_staff_without_a_window_waits_for_the_persons_next_message() =>
        Assert.IsType<RouteChoice.Hold>(Choose(MessageKind.StaffAnswer, Person(wroteAt: Now - TimeSpan.FromHours(49))));

    [Fact]
    public void Nothing_is_sent_to_who_unfollowed()
    {
        var gone = new PersonQuota(Window(Now), Window(null)) { IsUnfollowed = true };

        Assert.Equal(WithheldReason.Unfollowed, Assert.IsType<RouteChoice.Withhold>(Choose(MessageKind.StaffAnswer, gone)).Why);
    }

    [Fact]
    public void Nothing_is_sent_to_whom_the_platform_does_not_know_until_they_come_again()
    {
        var unknown = new PersonQuota(Window(Now), Window(null)) { IsUnknown = true };

        Assert.Equal(WithheldReason.NotKnown, Assert.IsType<RouteChoice.Withhold>(Choose(MessageKind.StaffAnswer, unknown)).Why);
    }

    [Theory]
    [InlineData(MessageKind.VacancyPush)]
    [InlineData(MessageKind.Campaign)]
    [InlineData(MessageKind.Broadcast)]
    public void What_a_person_opted_out_of_is_withheld_with_its_reason_also_when_a_host_had_claimed_it(MessageKind kind)
    {
        var person = OptedOutOf(kind);

        Assert.Equal(WithheldReason.OptedOut, Assert.IsType<RouteChoice.Withhold>(Choose(kind, person)).Why);
        var claimed = new DueMessage(kind, Now.AddDays(1), Route: SendRoute.Custom);
        Assert.Equal(WithheldReason.OptedOut, Assert.IsType<RouteChoice.Withhold>(Choose(claimed, person)).Why);
    }

    [Theory]
    [InlineData(MessageKind.Answer)]
    [InlineData(MessageKind.StaffAnswer)]
    [InlineData(MessageKind.CaseProgress)]
    [InlineData(MessageKind.Booking)]
    [InlineData(MessageKind.Visit)]
    public void What_the_persons_own_act_called_for_is_told_whatever_they_opted_out_of(MessageKind kind) =>
        Assert.Equal(SendRoute.Custom, Go(kind, OptedOutOf(Enum.GetValues<MessageKind>())));

    [Fact]
    public void A_consent_is_spent_once()
    {
        var person = Person(consents: 1);

        Assert.Equal(SendRoute.Notice, Go(MessageKind.Campaign, person));
        Assert.IsType<RouteChoice.Withhold>(Choose(MessageKind.Campaign, person));
    }

    [Fact]
    public void What_the_platform_takes_no_more_today_goes_by_the_next_way_or_waits_for_tomorrow()
    {
        var tomorrow = ApiQuota.TomorrowAfter(Now);
        _account[SendRoute.Custom] = Free(stoppedUntil: tomorrow);

        Assert.Equal(SendRoute.Template, Go(MessageKind.Alarm, Person(wroteAt: Now)));
        Assert.Equal(tomorrow, Assert.IsType<RouteChoice.Wait>(Choose(MessageKind.StaffAnswer, Person(wroteAt: Now))).Until);
    }

    [Fact]
    public void What_the_account_has_no_right_to_is_not_waited_for()
    {
        _account[SendRoute.Custom] = Free(stoppedUntil: Now.AddHours(1), hasRight: false);

        Assert.IsType<RouteChoice.Hold>(Choose(MessageKind.StaffAnswer, Person(wroteAt: Now)));
    }

    [Fact]
    public void What_may_have_arrived_is_only_repeated_by_template_and_while_the_platform_knows_it()
    {
        var lost = new DueMessage(MessageKind.Alarm, Now.AddDays(1), true, SendRoute.Template, Now.AddMinutes(-8));

        Assert.Equal(SendRoute.Template, Assert.IsType<RouteChoice.Go>(Choose(lost, Person(wroteAt: Now))).Route);
        Assert.IsType<RouteChoice.GiveUp>(Choose(lost with { UnsureSince = Now.AddMinutes(-10) }, Person(wroteAt: Now)));
        Assert.IsType<RouteChoice.GiveUp>(Choose(lost with { Route = SendRoute.Custom }, Person(wroteAt: Now)));
    }

    [Fact]
    public void A_third_push_a_day_and_a_second_broadcast_a_week_wait_or_are_withheld()
    {
        var person = Person(wroteAt: Now);
        Go(MessageKind.Broadcast, person);

        var again = new DueMessage(MessageKind.Broadcast, Now.AddDays(10));
        Assert.Equal(Now.AddDays(7), Assert.IsType<RouteChoice.Wait>(Choose(again, person)).Until);
        Go(MessageKind.VacancyPush, person);
        var third = new DueMessage(MessageKind.Campaign, Now.AddDays(1));
        Assert.Equal(At("2026-03-03 08:00"), Assert.IsType<RouteChoice.Wait>(Choose(third, person)).Until);
        Assert.Equal(
            WithheldReason.Spared, Assert.IsType<RouteChoice.Withhold>(Choose(third with { NotAfter = Now.AddHours(2) }, person)).Why);
        Assert.IsType<RouteChoice.Go>(Choose(third with { IsCritical = true }, person));
        Assert.Equal(SendRoute.Custom, Go(MessageKind.StaffAnswer, person));
    }

    [Fact]
    public void On_a_silent_day_only_what_was_asked_for_is_sent()
    {
        _silent.Add(UnionCalendar.DayOf(Now));

        Assert.Equal(
            At("2026-03-03 08:30"),
            Assert.IsType<RouteChoice.Wait>(Choose(new DueMessage(MessageKind.Broadcast, Now.AddDays(3)), Person(wroteAt: Now))).Until);
        Assert.Equal(SendRoute.Custom, Go(MessageKind.Booking, Person(wroteAt: Now)));
    }

    [Theory]
    [InlineData(MessageKind.BookingReminder)]
    [InlineData(MessageKind.VisitReminder)]
    public void A_reminder_of_ones_own_is_outside_cap_and_opt_out(MessageKind kind)
    {
        var person = OptedOutOf(MessageKind.VacancyPush, MessageKind.Campaign, MessageKind.Broadcast);
        for (var n = 0; n < 4; n++) Assert.Equal(SendRoute.Custom, Go(kind, person));

        Assert.Equal(0, person.Pushes);
        Assert.Equal(SendRoute.Template, Go(kind, Person()));
    }

    [Fact]
    public void A_reminder_that_comes_too_late_for_the_evening_waits_for_the_morning_or_is_left_out()
    {
        var night = At("2026-03-02 23:10");
        RouteChoice ChooseAtNight(DateTimeOffset notAfter) => new RouteChooser(Rules, _account, _silent, night)
            .Choose(new DueMessage(MessageKind.BookingReminder, notAfter), Person(wroteAt: Now));

        Assert.Equal(At("2026-03-03 08:00"), Assert.IsType<RouteChoice.Wait>(ChooseAtNight(At("2026-03-03 14:30"))).Until);
        Assert.Equal(WithheldReason.Spared, Assert.IsType<RouteChoice.Withhold>(ChooseAtNight(At("2026-03-03 07:30"))).Why);
    }

    [Fact]
    public void What_is_too_late_expires() =>
        Assert.IsType<RouteChoice.Expire>(Choose(new DueMessage(MessageKind.StaffAnswer, Now), Person(wroteAt: Now)));

    private static DateTimeOffset At(string inChina) => new(
        DateTime.Parse(inChina, System.Globalization.CultureInfo.InvariantCulture), UnionCalendar.ChinaOffset);

    private static ApiQuota Free(DateTimeOffset? stoppedUntil = null, bool hasRight = true) =>
        ApiQuota.At(Now, new ApiLimit(100, 100), UnionCalendar.DayOf(Now), 0, Now, 0, stoppedUntil, hasRight);

    private static PersonQuota Person(DateTimeOffset? wroteAt = null, int consents = 0)
    {
        var person = new PersonQuota(Window(wroteAt), Window(null));
        person.Consents("n", consents);
        return person;
    }

    private static PersonQuota OptedOutOf(params MessageKind[] kinds) => new(Window(Now), Window(null)) { OptedOut = kinds };

    private static ContactWindow Window(DateTimeOffset? at) => new(at, TimeSpan.FromHours(48), 5, 0);

    private SendRoute Go(MessageKind kind, PersonQuota person) => Assert.IsType<RouteChoice.Go>(Choose(kind, person)).Route;

    private RouteChoice Choose(MessageKind kind, PersonQuota person) =>
        Choose(new DueMessage(kind, Now.AddDays(1), HasShortForm: true), person);

    private RouteChoice Choose(DueMessage message, PersonQuota person) => new RouteChooser(Rules, _account, _silent, Now).Choose(message, person);
}
