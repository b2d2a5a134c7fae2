using Microsoft.Playwright;
using UnionBot.SystemTests.Talks;
using static Microsoft.Playwright.Assertions;

namespace UnionBot.BrowserTests;

public sealed class SavedTalkTests(DemoCity city, Browser browser) : IClassFixture<DemoCity>, IClassFixture<Browser>
{
    [Fact]
    public async Task A_talk_is_saved_with_its_words_and_answers_and_no_code()
    {
        var (page, errors) = await browser.OpenAsync(city.PhonePage, 1280, 860);
        await BeginAsync(page, "王芳");
        await SayAsync(page, "绑定会籍", "王芳 13800000001");
        await SayAsync(page, await CodeAsync(page, "13800000001"), "我的会籍");

        var saved = await SaveAsync(page);

        Assert.Contains("工人: [关注]\n", saved, StringComparison.Ordinal);
        Assert.Contains("工人: {验证码}\n答: 办好了！", saved, StringComparison.Ordinal);
        Assert.Contains("工人: 我的会籍\n答: ", saved, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    /// <summary>Takes the phone of somebody who does not follow yet, and follows.</summary>
    private static async Task BeginAsync(IPage page, string name)
    {
        await page.Locator("#list button", new PageLocatorOptions { HasText = name }).ClickAsync();
        await Expect(page.Locator("#owner")).ToHaveTextAsync($"{name}的手机");
        await page.ClickAsync("#follow");
        await Expect(Answers(page)).ToHaveCountAsync(1);
    }

    /// <summary>Types these one after the other, each when the last was answered.</summary>
    private static async Task SayAsync(IPage page, params string[] texts)
    {
        if (await page.GetByLabel("切换到键盘").IsVisibleAsync()) await page.GetByLabel("切换到键盘").ClickAsync();
        foreach (var text in texts)
        {
            var before = await Answers(page).CountAsync();
            await page.FillAsync("textarea", text);
            await page.Keyboard.PressAsync("Enter");
            await Expect(Answers(page)).ToHaveCountAsync(before + 1);
        }
    }

    /// <summary>Reads it where the phone page shows short messages.</summary>
    private static async Task<string> CodeAsync(IPage page, string phone)
    {
        var sms = page.Locator("#sms-box .sms", new PageLocatorOptions { HasText = phone }).Locator("p");
        await Expect(sms).ToHaveCountAsync(1);
        return string.Concat((await sms.InnerTextAsync()).SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
    }

    private static async Task<string> SaveAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("保存对话为测试").ClickAsync());
        return await File.ReadAllTextAsync((await download.PathAsync())!);
    }

    private static ILocator Answers(IPage page) => page.Locator(".row.theirs");
}
