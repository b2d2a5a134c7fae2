using Microsoft.Playwright;
using UnionBot.SystemTests.EndToEnd;
using static Microsoft.Playwright.Assertions;

namespace UnionBot.BrowserTests;

public sealed class WebChatTests(City city, Browser browser) : IClassFixture<City>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 860)]
    public async Task A_visitor_holds_a_talk(int width, int height)
    {
        var (page, errors) = await browser.OpenAsync(city.WebChat, width, height);

        await SayAsync(page, "菜单");
        await Expect(page.Locator(".bot").Last).ToContainTextAsync("我的会籍");
        await SayAsync(page, "<b>你好</b>");

        await Expect(page.Locator(".me").Last).ToHaveTextAsync("<b>你好</b>");
        await Browser.ShootAsync(page, $"web-chat-{width}");
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Leaving_clears_the_page_and_ends_the_talk()
    {
        var (page, _) = await browser.OpenAsync(city.WebChat, 390, 844);
        await SayAsync(page, "菜单");
        await Expect(page.Locator(".bot")).ToHaveCountAsync(2);

        await page.ClickAsync("#leave");

        await Expect(page.Locator(".said")).ToHaveCountAsync(1);
        await Expect(page.Locator("#text")).ToBeHiddenAsync();
        await Expect(page.Locator("#leave")).ToBeHiddenAsync();
        Assert.Empty(await page.Context.CookiesAsync() is var cookies ? cookies.Where(c => c.Name.Contains("chat", StringComparison.Ordinal)) : []);
    }

    [Fact]
    public async Task An_answer_that_comes_after_leaving_is_not_shown()
    {
        var (page, _) = await browser.OpenAsync(city.WebChat, 390, 844);
        var left = new TaskCompletionSource();
        await page.RouteAsync("**/chat/messages", async route =>
        {
            await left.Task;
            await route.ContinueAsync();
        });
        await SayAsync(page, "菜单");

        await page.ClickAsync("#leave");
        await Expect(page.Locator(".note")).ToHaveCountAsync(1);
        await page.RunAndWaitForResponseAsync(
            () => { left.SetResult(); return Task.CompletedTask; }, response => response.Url.EndsWith("/chat/messages", StringComparison.Ordinal));

        // Behind it, so that what the page does with the answer is done.
        await page.EvaluateAsync("() => fetch('/health/live').then(response => response.text())");
        await Expect(page.Locator(".said")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_talk_survives_a_reload_only_when_the_visitor_wants_it()
    {
        var (page, _) = await browser.OpenAsync(city.WebChat, 390, 844);
        await SayAsync(page, "菜单");
        await Expect(page.Locator(".bot")).ToHaveCountAsync(2);

        await page.ReloadAsync();
        await Expect(page.Locator(".said")).ToHaveCountAsync(1);

        await page.CheckAsync("#keep");
        await SayAsync(page, "菜单");
        await Expect(page.Locator(".bot")).ToHaveCountAsync(2);
        await page.ReloadAsync();
        await Expect(page.Locator(".bot")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_visitors_id_cannot_be_read_by_scripts()
    {
        var (page, _) = await browser.OpenAsync(city.WebChat, 390, 844);

        var cookie = Assert.Single(await page.Context.CookiesAsync(), c => c.Name == "__Host-unionbot-chat");

        Assert.True(cookie.HttpOnly && cookie.Secure && cookie.SameSite == SameSiteAttribute.Strict);
        Assert.Equal("", await page.EvaluateAsync<string>("document.cookie"));
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.FillAsync("#text", text);
        await page.ClickAsync("form button");
    }
}
