using UnionBot.Core.Messaging;

namespace UnionBot.SystemTests.Sending;

/// <summary>The ledger knows beforehand what the platform would refuse, and learns at once from what it refuses all the same.</summary>
public sealed class QuotaLedgerTests
{
    [Fact]
    public async Task A_word_allows_five_messages_and_the_sixth_waits_for_the_next_word_without_a_call()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.WorkerAsync();
        await city.WaitAsync(TimeSpan.FromMinutes(2));

        for (var n = 0; n < 6; n++) await city.TellAsync(worker, MessageKind.StaffAnswer);

        await city.HasAsync(OutboundStatus.Accepted, 5);
        await city.HasAsync(OutboundStatus.HeldForContact, 1);
        Assert.Equal(0, await RefusalsAsync(city));
        Assert.Contains("第6条", await city.SayAsync(worker, "菜单"), StringComparison.Ordinal);
        await city.TellAsync(worker, MessageKind.StaffAnswer);
        await city.HasAsync(OutboundStatus.Accepted, 6);
    }

    [Fact]
    public async Task Without_a_window_a_booking_goes_by_template_and_a_push_by_consent_once()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.SilentWorkerAsync();

        await city.TellAsync(worker, MessageKind.Booking);
        await city.HasAsync(OutboundStatus.Delivered, 1);
        await city.AcceptNoticeAsync(worker);
        await city.TellAsync(worker, MessageKind.VacancyPush);
        await city.HasAsync(OutboundStatus.Delivered, 2);
        await city.TellAsync(worker, MessageKind.VacancyPush);

        await city.HasAsync(OutboundStatus.HeldForContact, 1);
        Assert.Equal(0, await RefusalsAsync(city));
    }

    [Fact]
    public async Task A_push_without_any_way_is_sent_when_the_person_next_writes_and_not_after_its_time()
    {
        await using var city = await LedgerCity.StartAsync();
        var (early, late) = (await city.WorkerAsync(), await city.WorkerAsync());
        await city.WaitAsync(TimeSpan.FromHours(49));
        foreach (var worker in new[] { early, late }) await city.TellAsync(worker, MessageKind.VacancyPush);
        await city.HasAsync(OutboundStatus.HeldForContact, 2);

        await city.SayAsync(early, "菜单");
        await city.HasAsync(OutboundStatus.Accepted, 1);
        Assert.Equal(["custom"], await city.WaysAsync(early));

        await city.WaitAsync(TimeSpan.FromDays(3));
        await city.SayAsync(late, "菜单");
        await city.HasAsync(OutboundStatus.Expired, 1);
        Assert.Empty(await city.WaysAsync(late));
    }

    [Fact]
    public async Task A_refused_consent_is_worth_nothing_from_then_on()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.SilentWorkerAsync();
        for (var n = 0; n < 2; n++) await city.AcceptNoticeAsync(worker);
        await city.OrderAsync(new { kind = "error", path = LedgerCity.Notice, times = 1, errcode = 43101 });

        await city.TellAsync(worker, MessageKind.VacancyPush);
        await city.HasAsync(OutboundStatus.HeldForContact, 1);
        await city.TellAsync(worker, MessageKind.VacancyPush);

        await city.HasAsync(OutboundStatus.HeldForContact, 2);
        Assert.Equal(0, await city.CountAsync(OutboundStatus.Accepted));
    }

    [Fact]
    public async Task A_window_that_the_platform_says_is_closed_is_not_tried_again_until_the_next_word()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.WorkerAsync();
        await city.OrderAsync(new { kind = "error", path = LedgerCity.Custom, times = 1, errcode = 45015 });

        await city.TellAsync(worker, MessageKind.StaffAnswer);
        await city.HasAsync(OutboundStatus.HeldForContact, 1);
        await city.TellAsync(worker, MessageKind.StaffAnswer);

        await city.HasAsync(OutboundStatus.HeldForContact, 2);
        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT sum(attempts) FROM outbound WHERE occasion LIKE 'test/%'"));
        Assert.Contains("第2条", await city.SayAsync(worker, "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_API_that_is_used_up_rests_for_all_hosts_until_tomorrow()
    {
        await using var city = await LedgerCity.StartAsync();
        await using var other = await city.NewBotAsync();
        var worker = await city.WorkerAsync();
        await city.OrderAsync(new { kind = "error", path = LedgerCity.Custom, times = 3, errcode = 45009 });

        for (var n = 0; n < 3; n++) await city.TellAsync(worker, MessageKind.StaffAnswer);
        await Hosting.Eventually.HoldsAsync(() => city.Database.ScalarAsync<bool>(
            "SELECT count(*) = 3 FROM outbound WHERE occasion LIKE 'test/%' AND status = 0 AND not_before = (SELECT stopped_until FROM api_quota WHERE route = 1)"));
        Assert.Empty(await city.WaysAsync(worker));

        await city.RecoverAsync();
        await city.WaitAsync(TimeSpan.FromHours(24));
        await city.HasAsync(OutboundStatus.Accepted, 3);
    }

    [Fact]
    public async Task Without_the_right_to_an_API_messages_wait_for_a_word_and_staff_are_told_once()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.WorkerAsync();
        await city.OrderAsync(new { kind = "error", path = LedgerCity.Custom, times = 5, errcode = 48001 });

        for (var n = 0; n < 2; n++) await city.TellAsync(worker, MessageKind.StaffAnswer);

        await city.HasAsync(OutboundStatus.HeldForContact, 2);
        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM platform_event WHERE kind = $1", SendOutcomes.NoRight));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_by_template_and_unknown_by_custom_message()
    {
        await using var city = await LedgerCity.StartAsync();
        var (talking, silent) = (await city.Sandbox.AddFollowerAsync(), await city.SilentWorkerAsync());
        await city.SayAsync(talking, "菜单");
        foreach (var path in new[] { LedgerCity.Custom, LedgerCity.Template })
            await city.OrderAsync(new { kind = "dropAnswer", path, times = 1 });

        await city.TellAsync(talking, MessageKind.Booking);
        await city.TellAsync(silent, MessageKind.Booking);

        await city.HasAsync(OutboundStatus.Unknown, 1);
        Assert.Single(await city.WaysAsync(talking));
        await city.WaitAsync(TimeSpan.FromSeconds(10));
        await city.HasAsync(OutboundStatus.Delivered, 1);
        Assert.Equal(["template"], await city.WaysAsync(silent));
    }

    [Fact]
    public async Task Busy_is_tried_later_and_costs_nothing()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.WorkerAsync();
        await city.WaitAsync(TimeSpan.FromMinutes(2));
        await city.OrderAsync(new { kind = "error", path = LedgerCity.Custom, times = 1, errcode = -1 });

        for (var n = 0; n < 5; n++) await city.TellAsync(worker, MessageKind.StaffAnswer);
        await city.HasAsync(OutboundStatus.Accepted, 4);
        await city.WaitAsync(TimeSpan.FromSeconds(10));

        await city.HasAsync(OutboundStatus.Accepted, 5);
    }

    [Fact]
    public async Task Who_does_not_follow_any_more_gets_nothing_further()
    {
        await using var city = await LedgerCity.StartAsync();
        var worker = await city.WorkerAsync();
        await city.OrderAsync(new { kind = "error", path = LedgerCity.Custom, times = 1, errcode = 43004 });

        for (var n = 0; n < 2; n++) await city.TellAsync(worker, MessageKind.StaffAnswer);

        await Hosting.Eventually.HoldsAsync(async () =>
            await city.CountAsync(OutboundStatus.Failed) + await city.CountAsync(OutboundStatus.Withheld) + await city.CountAsync(OutboundStatus.Accepted) == 2);
        Assert.Equal(1, await city.CountAsync(OutboundStatus.Failed));
    }

    private static Task<long> RefusalsAsync(LedgerCity city) => city.Database.ScalarAsync<long>(
        "SELECT count(*) FROM outbound WHERE error_code IS NOT NULL");
}
