using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.StaffConsole;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Sending;

/// <summary>What waits for a better hour, by the commands of the server.</summary>
public sealed class WaitingMessageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private DateTimeOffset Now => console.Bot.Services.GetRequiredService<BusinessClock>().GetUtcNow();

    [Fact]
    public async Task A_reminder_that_is_due_in_the_quiet_hours_stands_in_the_ledger_for_the_evening_before()
    {
        var sevenInTwoDays = new DateTimeOffset(UnionCalendar.DayOf(Now).AddDays(2), new TimeOnly(7, 0), UnionCalendar.ChinaOffset).ToUniversalTime();

        await TellAsync("early", "legal-aid/reminder/1", MessageKind.BookingReminder, sevenInTwoDays);
        await TellAsync("early", "legal-aid/moved/1", MessageKind.Booking, sevenInTwoDays);

        Assert.Equal(
            (sevenInTwoDays.AddHours(-10.5), sevenInTwoDays), (await NotBeforeAsync("legal-aid/reminder/1"), await NotBeforeAsync("legal-aid/moved/1")));
    }

    [Fact]
    public async Task A_named_member_of_staff_lets_one_go_at_once_with_a_reason_in_the_audit()
    {
        using var commands = OperatorConsole.On(console.Database);
        var (staff, _) = await console.AddAsync("storm", RoleKind.Operator);
        await TellAsync("typhoon", "campaigns/typhoon/1", MessageKind.Campaign, Now.AddHours(9));
        var id = await console.Database.ScalarAsync<long>("SELECT id FROM outbound WHERE occasion = 'campaigns/typhoon/1'");

        Assert.Contains("campaigns/typhoon/1", (await commands.RunAsync("outbox", "waiting")).Output, StringComparison.Ordinal);
        Assert.NotEqual(ExitCodes.Ok, (await commands.RunAsync("outbox", "critical", $"{id}", "--as", "storm", "--reason", " ")).Code);
        Assert.Equal(ExitCodes.Ok, (await commands.RunAsync("outbox", "critical", $"{id}", "--as", "storm", "--reason", "台风红色预警")).Code);

        Assert.Equal(staff, await console.Database.ScalarAsync<long>("SELECT critical_by FROM outbound WHERE id = $1", id));
        Assert.InRange(await NotBeforeAsync("campaigns/typhoon/1"), DateTimeOffset.MinValue, Now);
        Assert.Equal("台风红色预警", await console.Database.ScalarAsync<string>(
            "SELECT reason FROM audit_entry WHERE action = 'message/critical' AND subject = $1 AND actor_id = $2", $"message/{id}", staff));
        Assert.Contains("No message", (await commands.RunAsync("outbox", "critical", $"{id}", "--as", "storm", "--reason", "再来一次")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_for_people_of_another_part_of_the_tree_or_of_what_never_waits()
    {
        using var commands = OperatorConsole.On(console.Database);
        var (staff, _) = await console.AddAsync("elsewhere", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff);
        await console.AddAsync("whole", RoleKind.Operator);
        await TellAsync("other", "campaigns/other/1", MessageKind.Campaign, Now.AddHours(9));
        await TellAsync("other", "cases/other/1", MessageKind.StaffAnswer, Now.AddHours(9));

        foreach (var (occasion, user) in new[] { ("campaigns/other/1", "elsewhere"), ("cases/other/1", "whole") })
        {
            var id = await console.Database.ScalarAsync<long>("SELECT id FROM outbound WHERE occasion = $1", occasion);
            var refused = await commands.RunAsync("outbox", "critical", $"{id}", "--as", user, "--reason", "台风");
            Assert.Equal((ExitCodes.Failed, true), (refused.Code, refused.Errors.StartsWith($"No message {id} waits", StringComparison.Ordinal)));
        }

        Assert.Equal(0L, await console.Database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE critical_by IS NOT NULL AND occasion LIKE '%other%'"));
    }

    [Fact]
    public async Task Silent_days_are_added_listed_and_removed_by_a_named_person()
    {
        using var commands = OperatorConsole.On(console.Database);
        var (staff, _) = await console.AddAsync("silence", RoleKind.Administrator);

        Assert.Equal("2098-02-05 is a silent day.", (await commands.RunAsync("outbox", "silent", "add", "2098-02-05", "--as", "silence", "--reason", "除夕")).Output);
        Assert.Equal("2098-02-05 was a silent day already.", (await commands.RunAsync("outbox", "silent", "add", "2098-02-05", "--as", "silence", "--reason", "除夕")).Output);
        Assert.Contains($"2098-02-05  set by staff {staff}, 赵敏", (await commands.RunAsync("outbox", "silent", "list")).Output, StringComparison.Ordinal);
        Assert.Equal("2098-02-05 is a day like others.", (await commands.RunAsync("outbox", "silent", "remove", "2098-02-05", "--as", "silence")).Output);
        Assert.DoesNotContain("2098-02-05", (await commands.RunAsync("outbox", "silent", "list")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2098-2-5", "除夕", "day \"2098-2-5\" is no day like \"2027-02-05\".")]
    [InlineData("2098-02-30", "除夕", "day \"2098-02-30\" is no day like \"2027-02-05\".")]
    [InlineData("2098-02-05", " ", "The reason is empty.")]
    [InlineData("2020-01-25", "除夕", "2020-01-25 is over.")]
    public async Task A_day_that_is_none_or_over_and_a_reason_that_says_nothing_are_named(string day, string reason, string expected)
    {
        using var commands = OperatorConsole.On(console.Database);
        var (staff, _) = await console.AddAsync($"day-{Guid.CreateVersion7():N}"[..20], RoleKind.Operator);

        var refused = await commands.RunAsync("outbox", "silent", "add", day, "--as", $"{staff}", "--reason", reason);

        Assert.NotEqual(ExitCodes.Ok, refused.Code);
        Assert.Contains(expected, refused.Errors, StringComparison.Ordinal);
    }

    private async Task<DateTimeOffset> NotBeforeAsync(string occasion) =>
        await console.Database.ScalarAsync<DateTime>("SELECT not_before FROM outbound WHERE occasion = $1", occasion);

    private async Task TellAsync(string address, string occasion, MessageKind kind, DateTimeOffset due)
    {
        var person = await console.Bot.Services.GetRequiredService<PeopleByAddress>().FindOrAddAsync("web", address, CancellationToken.None);
        await using var scope = console.Bot.Services.CreateAsyncScope();
        var draft = new OutboundDraft(person, occasion, new StaffAnswer(1, "您好"), due, due.AddDays(1)) { Kind = kind };
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<Outbox>().AddAsync([draft], CancellationToken.None));
    }
}
