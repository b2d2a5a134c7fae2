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
        var people = await city.Sandbox.GetAsync("/sandbox/followers");
        var first = (string)people["followers"]![0]!["openid"]!;
        if (!(bool)people["followers"]![0]!["follows"]!) await city.Sandbox.ActAsync(first, "follow", new { });
        var (page, errors) = await browser.OpenAsync(city.PhonePage, width, height);
        await page.FillAsync("textarea", "菜单");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("body")).ToContainTextAsync("1 我的会籍");
        await Browser.ShootAsync(page, $"phone-page-{width}");
        Assert.Empty(errors);
    }
}
