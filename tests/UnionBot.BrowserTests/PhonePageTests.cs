using Microsoft.Playwright;
using UnionBot.SystemTests.EndToEnd;
using static Microsoft.Playwright.Assertions;

namespace UnionBot.BrowserTests;

public sealed class PhonePageTests(City city, Browser browser) : IClassFixture<City>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280, 860)]
    [InlineData(390, 844)]
    public async Task A_follower_talks_with_the_bot_on_the_phone_page(int width, int height)
    {
        var (page, errors) = await OpenAsync(width, height);
        await page.GetByLabel("切换到键盘").ClickAsync();
        await page.FillAsync("textarea", "菜单");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("body")).ToContainTextAsync("1 我的会籍");
        await Browser.ShootAsync(page, $"phone-page-{width}");
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(1280, 860)]
    [InlineData(390, 844)]
    public async Task The_accounts_menu_is_at_the_foot_and_a_tap_begins_what_it_names(int width, int height)
    {
        var (page, errors) = await OpenAsync(width, height);
        await page.Locator(".menu-button", new PageLocatorOptions { HasText = "我的工会" }).ClickAsync();
        await Expect(page.Locator(".sub-menu button:visible")).ToHaveTextAsync(["我的会籍", "绑定会籍", "看我的资料", "导出我的资料"]);
        await Browser.ShootAsync(page, $"account-menu-{width}");

        await page.Locator(".sub-menu button:visible", new PageLocatorOptions { HasText = "绑定会籍" }).ClickAsync();

        await Expect(page.Locator("body")).ToContainTextAsync("姓名");
        await Browser.ShootAsync(page, $"account-menu-tapped-{width}");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Of_two_people_chosen_one_after_the_other_the_second_is_shown_whichever_answer_comes_first()
    {
        var (page, errors) = await OpenAsync(1280, 860);
        var people = (await city.Sandbox.GetAsync("/sandbox/followers"))["followers"]!.AsArray();
        var (late, chosen) = (people[1]!, (string)people[2]!["name"]!);
        var held = new TaskCompletionSource();
        await page.RouteAsync($"**/sandbox/followers/{(string)late["openid"]!}", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });

        await page.Locator("#list button").Nth(1).ClickAsync();
        await page.Locator("#list button").Nth(2).ClickAsync();
        await Expect(page.Locator("#owner")).ToHaveTextAsync($"{chosen}的手机");
        await page.RunAndWaitForResponseAsync(
            () => { held.SetResult(); return Task.CompletedTask; },
            response => response.Url.EndsWith((string)late["openid"]!, StringComparison.Ordinal));
        // Whatever the page asks on that answer is asked before this.
        for (var i = 0; i < 3; i++) await page.EvaluateAsync("() => fetch('/sandbox/followers').then(answer => answer.text())");

        await Expect(page.Locator("#list .chosen")).ToContainTextAsync(chosen);
        await Expect(page.Locator("#owner")).ToHaveTextAsync($"{chosen}的手机");
        Assert.Empty(errors);
    }

    /// <summary>The phone of a follower, once the account shows its menu.</summary>
    private async Task<(IPage Page, List<string> Errors)> OpenAsync(int width, int height)
    {
        var people = await city.Sandbox.GetAsync("/sandbox/followers");
        var first = (string)people["followers"]![0]!["openid"]!;
        if (!(bool)people["followers"]![0]!["follows"]!) await city.Sandbox.ActAsync(first, "follow", new { });

        var (page, errors) = await browser.OpenAsync(city.PhonePage, width, height);
        await Expect(page.Locator(".menu-button")).ToHaveCountAsync(3);
        return (page, errors);
    }
}
