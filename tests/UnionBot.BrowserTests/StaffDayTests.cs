using Microsoft.Playwright;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.SystemTests.StaffConsole;
using static Microsoft.Playwright.Assertions;

namespace UnionBot.BrowserTests;

/// <summary>A day at the front desk of the legal consultations, on a desk and on a phone.</summary>
public sealed class StaffDayTests(ConsultationOffice office, Browser browser) : IClassFixture<ConsultationOffice>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task An_operator_receives_people_for_a_day(int width, int height)
    {
        office.ItBecomes("01-12 10:00");
        var site = await office.SiteAsync($"职工服务中心 {width}");
        var (zhou, qian) = (await office.LawyerAsync($"周静{width}", site), await office.LawyerAsync($"钱明{width}"));
        var first = await office.BookAsync($"wang-{width}", "01-12 14:00", zhou);
        await office.BookAsync($"li-{width}", "01-12 14:40", zhou, isUrgent: true);
        var call = await office.BookAsync($"zhang-{width}", "01-12 14:00", qian);
        var (page, errors) = await SignInAsync($"desk{width}", RoleKind.Operator, width, height);

        office.ItBecomes("01-12 13:50");
        await GoAsync(page, "法律咨询", width);
        await ShootAsync(page, $"legal-board-{width}");
        await page.FillAsync("#number", first.Number[3..]);
        await page.ClickAsync("button:has-text('签到') >> nth=0");
        await Expect(Row(page, first.Number)).ToContainTextAsync("到了");

        await Row(page, call.Number).GetByText("没接通").ClickAsync();
        await Expect(Row(page, call.Number)).ToContainTextAsync("打过一次没接");

        await page.ClickAsync($"text={call.Number}");
        await ShootAsync(page, $"legal-booking-{width}");
        await page.ClickAsync("text=改时间或换律师");
        await page.ClickAsync("text=后一天");
        await ShootAsync(page, $"legal-move-{width}");
        await page.Locator("section[aria-label=空的时间] .buttons a").First.ClickAsync();
        await page.GetByText("不通知，已经当面或打电话说好了").ClickAsync();
        await ShootAsync(page, $"legal-move-confirm-{width}");
        await page.ClickAsync("text=确认改");
        await Expect(page.Locator(".history")).ToContainTextAsync("改了时间（原来 1月12日（周一） 14:00");

        await page.GotoAsync(new Uri(office.Console.Bot.Client.BaseAddress!, "/console/legal-aid/walk-in").AbsoluteUri);
        await page.SelectOptionAsync("#topic", "work_injury");
        await page.Locator("input[name=slot]").First.CheckAsync();
        await page.CheckAsync("input[name=agrees]");
        await ShootAsync(page, $"legal-walk-in-{width}");
        await page.ClickAsync("text=登记，直接签到");
        await Expect(page.Locator("h1")).ToHaveTextAsync("法律咨询：1月12日（周一）");

        office.ItBecomes("01-12 14:35");
        await page.ReloadAsync();
        await page.ClickAsync($"text={first.Number}");
        await page.ClickAsync("text=办理结果");
        await Expect(page.Locator("input[name=kind]").First).ToBeFocusedAsync();
        await page.CheckAsync("input[value=Drafting]");
        await page.FillAsync("#involved", "18000");
        await page.FillAsync("#recovered", "12000");
        await ShootAsync(page, $"legal-outcome-{width}");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".history")).ToContainTextAsync("写了结果");
        await page.GotoAsync(new Uri(office.Console.Bot.Client.BaseAddress!, "/console/legal-aid").AbsoluteUri);
        await Expect(Row(page, first.Number)).ToContainTextAsync("办好了");
        await ShootAsync(page, $"legal-board-after-{width}");

        await JoinAsync(page, first, call, width);
        await ShowMoreAsync(page, zhou, width);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task A_legal_supervisor_reads_what_was_told_with_its_photo(int width, int height)
    {
        office.ItBecomes("01-12 10:00");
        var booked = await office.BookAsync($"told-{width}", "01-13 14:00", await office.LawyerAsync($"吴敏{width}"));
        var (page, errors) = await SignInAsync($"supervisor{width}", RoleKind.LegalSupervisor, width, height);
        await office.AddPhotoAsync(booked.Id, await page.ScreenshotAsync());

        await page.GotoAsync(new Uri(office.Console.Bot.Client.BaseAddress!, ConsultationOffice.AddressOf(booked.Id)).AbsoluteUri);
        await page.ClickAsync("text=看本人说的和材料");
        await page.FillAsync("#reason", "督办检查");
        await page.ClickAsync("text=写好理由，打开");

        await Expect(page.Locator(".said")).ToHaveTextAsync("三个月没发工资");
        Assert.True(await page.Locator(".papers img").EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0"));
        await Expect(page.Locator(".history")).ToContainTextAsync("督办检查");
        await ShootAsync(page, $"legal-story-{width}");
        Assert.Empty(errors);
    }

    /// <summary>Two who say the same of one employer are one matter.</summary>
    private async Task JoinAsync(IPage page, KnownBooking one, KnownBooking other, int width)
    {
        await page.GotoAsync(new Uri(office.Console.Bot.Client.BaseAddress!, ConsultationOffice.AddressOf(one.Id)).AbsoluteUri);
        await page.ClickAsync("text=和别的预约是一件事？并案");
        await ShootAsync(page, $"legal-alike-{width}");
        await Row(page, other.Number).GetByText("并成一件").ClickAsync();
        await Expect(page.Locator("section[aria-label=并在一起的]")).ToContainTextAsync("2 个预约，共 2 人");
        await ShootAsync(page, $"legal-group-{width}");
    }

    /// <summary>The pages around the day.</summary>
    private async Task ShowMoreAsync(IPage page, long lawyer, int width)
    {
        foreach (var name in new[] { "schedule", "stranded", "waiting", "calls", "fees" })
        {
            await page.GotoAsync(new Uri(office.Console.Bot.Client.BaseAddress!, $"/console/legal-aid/{name}").AbsoluteUri);
            await ShootAsync(page, $"legal-{name}-{width}");
        }

        await office.BookAsync($"away-{width}", "01-14 14:00", lawyer);
        await page.ClickAsync("text=律师不在");
        await page.SelectOptionAsync("#lawyer", $"{lawyer}");
        await page.FillAsync("#from", "2026-01-14T08:00");
        await page.FillAsync("#until", "2026-01-14T18:00");
        await page.ClickAsync("text=看看涉及谁");
        await Expect(page.Locator("main")).ToContainTextAsync("涉及 1 个预约");
        await ShootAsync(page, $"legal-away-{width}");
        await page.ClickAsync("text=确认，通知这 1 个人");
        await Expect(page.Locator("h1")).ToHaveTextAsync("要打电话的");
    }

    private async Task<(IPage Page, List<string> Errors)> SignInAsync(string user, RoleKind role, int width, int height)
    {
        var code = await office.Console.AddWithCodeAsync(user, role);
        var (page, errors) = await browser.OpenAsync(new Uri(office.Console.Bot.Client.BaseAddress!, "/console"), width, height);
        await page.FillAsync("#user", user);
        await page.FillAsync("#password", ConsoleUnderTest.Chosen);
        await page.ClickAsync("text=登录 >> nth=-1");
        await page.FillAsync("#code", code);
        await page.ClickAsync("text=继续");

        // Whoever goes on, or takes a picture, before the answer is there meets the page on its way.
        await Expect(page.Locator("form.leave")).ToBeVisibleAsync();
        return (page, errors);
    }

    /// <summary>Goes to a page by the menu, which stands open on a desk and has to be opened on a phone.</summary>
    private static async Task GoAsync(IPage page, string title, int width)
    {
        await ShootAsync(page, $"menu-{width}");
        var line = page.Locator("nav").GetByText(title, new LocatorGetByTextOptions { Exact = true });
        if (width < 640)
        {
            await Expect(line).ToBeHiddenAsync();
            await page.ClickAsync(".menu summary");
            await ShootAsync(page, $"menu-open-{width}");
        }

        await line.ClickAsync();
    }

    /// <summary>The page may be no wider than the screen.</summary>
    private static async Task ShootAsync(IPage page, string name)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than the screen");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png"), FullPage = true });
    }

    private static ILocator Row(IPage page, string number) => page.Locator("tr", new PageLocatorOptions { HasText = number });
}
