using System.Globalization;
using Microsoft.Playwright;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.SystemTests.Broadcasts;
using UnionBot.SystemTests.StaffConsole;
using static Microsoft.Playwright.Assertions;

namespace UnionBot.BrowserTests;

/// <summary>Broadcasts from the console's pages to the phones, with the platform's stand-in.</summary>
public sealed class BroadcastDayTests(Browser browser) : IClassFixture<Browser>
{
    private const string Broadcasts = "/console/broadcasts";

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Articles_are_chosen_by_their_title_released_by_another_and_arrive(int width, int height)
    {
        await using var city = await BroadcastCity.StartAsync();
        string[] people = [await city.FollowerAsync(), await city.FollowerAsync()];
        await city.DraftAsync("夏送清凉");
        await city.DraftAsync("春送岗位招聘会");
        var (writer, errors) = await SignInAsync(city, RoleKind.Operator, width, height);

        await WriteAsync(city, writer, ("#Title", "春送岗位"));
        await writer.SelectOptionAsync("#Draft", new SelectOptionValue { Label = "春送岗位招聘会" });
        await Expect(writer.Locator("[data-count-here]")).ToContainTextAsync("2");
        await ShootAsync(writer, $"broadcast-compose-{width}");
        var number = await SaveAsync(writer);
        await Expect(writer.Locator(".bubble")).ToContainTextAsync("春送岗位招聘会");
        await ShootAsync(writer, $"broadcast-draft-{width}");

        await ApproveAsync(city, number, width, height);
        await city.WaitAsync(TimeSpan.FromMinutes(6));
        await city.BecomesAsync(number, BroadcastState.Sent);
        await writer.ReloadAsync();
        await ShootAsync(writer, $"broadcast-sent-{width}");

        foreach (var person in people) Assert.Contains("春送岗位招聘会", Assert.Single(await city.GotAsync(person, "mass")), StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task One_that_is_being_sent_is_cancelled_and_who_still_waits_is_not_told(int width, int height)
    {
        const int Waiting = 24;
        await using var city = await BroadcastCity.StartAsync();
        var people = new List<string>();
        for (var n = 0; n < Waiting; n++) people.Add(await city.FollowerAsync());
        await city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "delay", path = "/cgi-bin/message/custom/send", times = Waiting, delayMs = 3000 });
        var (writer, errors) = await SignInAsync(city, RoleKind.Operator, width, height);
        await WriteAsync(city, writer, ("#Title", "招聘会"), ("#Text", "招聘会周六上午在泉城广场。"));
        await writer.CheckAsync("input[name=Channel][value=custom]");
        var number = await SaveAsync(writer);
        await ApproveAsync(city, number, width, height);
        await city.WaitAsync(TimeSpan.FromMinutes(6));
        await city.BecomesAsync(number, BroadcastState.Sending);

        await writer.ReloadAsync();
        await ShootAsync(writer, $"broadcast-sending-{width}");
        await writer.ClickAsync(".buttons >> text=取消");
        await writer.FillAsync("#reason", "下雨改期");
        await ShootAsync(writer, $"broadcast-cancel-{width}");
        await writer.ClickAsync("text=确认取消");
        await Expect(writer.Locator(".facts .tag")).ToHaveTextAsync("已取消");

        await SystemTests.Hosting.Eventually.HoldsAsync(async () => (await city.FatesAsync(number)).All(f => f.Status is OutboundStatus.Accepted or OutboundStatus.Withheld));
        await writer.ReloadAsync();
        await ShootAsync(writer, $"broadcast-cancelled-{width}");
        var fates = await city.FatesAsync(number);
        var told = fates.Count(f => f.Status is OutboundStatus.Accepted);
        Assert.InRange(told, 0, Waiting - 1);
        Assert.All(fates.Where(f => f.Status is OutboundStatus.Withheld), f => Assert.Equal(WithheldReason.Cancelled, f.Reason));
        var got = 0;
        foreach (var person in people) got += (await city.GotAsync(person, "custom")).Count;
        Assert.Equal(told, got);
        Assert.Empty(errors);
    }

    private static async Task WriteAsync(BroadcastCity city, IPage page, params (string Field, string Value)[] fields)
    {
        await page.GotoAsync(new Uri(city.Bot.Client.BaseAddress!, $"{Broadcasts}/new").AbsoluteUri);
        foreach (var (field, value) in fields) await page.FillAsync(field, value);
        await page.FillAsync("#From", Picked(city.Now.AddMinutes(5)));
        await page.FillAsync("#Until", Picked(city.Now.AddHours(8)));
    }

    /// <returns>The number of the broadcast.</returns>
    private static async Task<int> SaveAsync(IPage page)
    {
        await page.ClickAsync("button:has-text('保存')");
        await page.WaitForURLAsync(address => int.TryParse(address.Split('/')[^1], CultureInfo.InvariantCulture, out _));
        return int.Parse(page.Url.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private async Task ApproveAsync(BroadcastCity city, int number, int width, int height)
    {
        var (approver, errors) = await SignInAsync(city, RoleKind.Approver, width, height);
        await approver.GotoAsync(new Uri(city.Bot.Client.BaseAddress!, $"{Broadcasts}/{number}").AbsoluteUri);
        await approver.ClickAsync(".buttons >> text=批准");
        await approver.FillAsync("#reason", "春风行动");
        await ShootAsync(approver, $"broadcast-approve-{width}");
        await approver.ClickAsync("text=确认批准");
        await Expect(approver.Locator(".facts .tag")).ToHaveTextAsync("已批准，等时间到");
        Assert.Empty(errors);
    }

    private async Task<(IPage Page, List<string> Errors)> SignInAsync(BroadcastCity city, RoleKind role, int width, int height)
    {
        var user = $"broadcast-{role}".ToLowerInvariant();
        var code = await ConsoleUnderTest.Of(city.Database, city.Bot).AddWithCodeAsync(user, role);
        var (page, errors) = await browser.OpenAsync(new Uri(city.Bot.Client.BaseAddress!, "/console"), width, height);
        await page.FillAsync("#user", user);
        await page.FillAsync("#password", ConsoleUnderTest.Chosen);
        await page.ClickAsync("text=登录 >> nth=-1");
        await page.FillAsync("#code", code);
        await page.ClickAsync("text=继续");
        await Expect(page.Locator("form.leave")).ToBeVisibleAsync();
        return (page, errors);
    }

    /// <summary>The page may be no wider than the screen.</summary>
    private static async Task ShootAsync(IPage page, string name)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than the screen");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png"), FullPage = true });
    }

    private static string Picked(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
