using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UnionBot.SystemTests.Talks;
using static Microsoft.Playwright.Assertions;

namespace UnionBot.BrowserTests;

/// <summary>A whole talk about a consultation on a phone: booked, reminded of twice, changed, cancelled; the account's clock is moved.</summary>
public sealed partial class LegalAidTalkTests(DemoCity city, Browser browser) : IClassFixture<DemoCity>, IClassFixture<Browser>
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private IPage _page = null!;
    private int _shots;

    [Fact]
    public async Task Somebody_books_is_reminded_answers_changes_and_cancels()
    {
        var errors = await OpenAsync();
        await SayAsync("老板三个月没发工资了，想问问律师", "大概多少钱");
        await SayAsync("一万八左右，上个月还把我辞了", "单位叫什么名字");
        await SayAsync("济南鑫源机械", "以律师为准");
        await SayAsync("下周三下午", "1 ", "给您留着");
        if (!(await LastAsync()).Contains("给您留着", StringComparison.Ordinal)) await SayAsync("1", "给您留着");
        await SayAsync("好", "手机号", "约好了");
        if (!(await LastAsync()).Contains("约好了", StringComparison.Ordinal)) await SayAsync("13800000001", "约好了");
        var start = StartIn(await LastAsync());

        await ItBecomesAsync(start.Date.AddDays(-1).AddHours(17.8));
        await SayAsync("我的预约", "编号 LA-");
        await ItBecomesAsync(start.Date.AddDays(-1).AddHours(18));
        await HearAsync("您的预约在明天");
        await SayAsync("1", "等您");
        await ItBecomesAsync(start.AddHours(-2));
        await HearAsync("您的预约在");
        await SayAsync("2", "想改到什么时候");
        await SayAsync("哪天都行", "改到哪个");
        await SayAsync("1", "改好了");
        await SayAsync("不去了", "已取消");

        Assert.Empty(errors);
    }

    private async Task<List<string>> OpenAsync()
    {
        var people = await city.Sandbox.GetAsync("/sandbox/followers");
        var first = (string)people["followers"]![0]!["openid"]!;
        if (!(bool)people["followers"]![0]!["follows"]!) await city.Sandbox.ActAsync(first, "follow", new { });
        (_page, var errors) = await browser.OpenAsync(city.PhonePage, 390, 844);
        await Expect(_page.Locator(".menu-button")).ToHaveCountAsync(3);
        await _page.GetByLabel("切换到键盘").ClickAsync();
        return errors;
    }

    /// <param name="anyOf">One of them is in the answer.</param>
    private async Task SayAsync(string words, params string[] anyOf)
    {
        var before = await Answers.CountAsync();
        await _page.FillAsync("textarea", words);
        await _page.Keyboard.PressAsync("Enter");
        await Expect(Answers).ToHaveCountAsync(before + 1);
        await Expect(Answers.Last).ToHaveTextAsync(new Regex(string.Join('|', anyOf.Select(Regex.Escape))));
        await ShootAsync();
    }

    private async Task HearAsync(string words)
    {
        await Expect(Answers.Last).ToContainTextAsync(words);
        await Expect(Answers.Last).ToContainTextAsync("1 能来");
        await ShootAsync();
    }

    private Task ShootAsync() => Browser.ShootAsync(_page, string.Create(CultureInfo.InvariantCulture, $"legal-aid-{++_shots:00}"));

    private async Task ItBecomesAsync(DateTime inChina) =>
        await city.Sandbox.ControlAsync("/sandbox/clock", new { to = new DateTimeOffset(inChina, China).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) });

    private Task<string> LastAsync() => Answers.Last.InnerTextAsync();

    private ILocator Answers => _page.Locator(".row.theirs");

    /// <summary>When a consultation begins, in China, by the first moment of a text; the year is that in which it lies ahead.</summary>
    private static DateTime StartIn(string text)
    {
        var moment = Moment().Match(text);
        var (month, day) = (int.Parse(moment.Groups["m"].Value, CultureInfo.InvariantCulture), int.Parse(moment.Groups["d"].Value, CultureInfo.InvariantCulture));
        var today = TimeProvider.System.GetUtcNow().ToOffset(China).Date;
        var start = new DateTime(today.Year, month, day).Add(TimeSpan.Parse(moment.Groups["t"].Value, CultureInfo.InvariantCulture));
        return start < today ? start.AddYears(1) : start;
    }

    [GeneratedRegex("(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日\\(周.\\) (?<t>[0-9]{2}:[0-9]{2})")]
    private static partial Regex Moment();
}
