using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Channels.WeChat.Menus;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>The account's menu on the phones of its followers.</summary>
public sealed class AccountMenuTests : IAsyncLifetime
{
    private City _city = null!;

    public async Task InitializeAsync()
    {
        _city = await City.StartAsync();

        // Between the two the bot asks what the platform shows, and would take another menu for what became of its own.
        await Eventually.HoldsAsync(async () =>
            await ShownAsync() == OurMenu && await _city.Database.ScalarAsync<long>("SELECT count(*) FROM published_menu WHERE sent <> ''") == 1);
    }

    public async Task DisposeAsync() => await _city.DisposeAsync();

    private const string OurMenu = "我的工会(我的会籍 绑定会籍 看我的资料 导出我的资料) 能办什么(找工作 约律师 全部服务 网页版对话) 转人工";

    private const string AnotherMenu = "官网";

    [Theory]
    [InlineData("0.0", "会籍")]
    [InlineData("0.1", "姓名")]
    [InlineData("1.0", "找什么活")]
    [InlineData("1.1", "律师")]
    [InlineData("1.2", "1 我的会籍")]
    [InlineData("2", "编号")]
    public async Task A_tap_begins_what_it_names(string path, string answer)
    {
        var worker = await _city.Sandbox.AddFollowerAsync();

        var tapped = await _city.Sandbox.ActAsync(worker, "tap", new { path });

        Assert.Contains(answer, string.Concat(tapped["reply"]!.AsArray().Select(b => (string?)b!["text"])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_the_menu_is_there_and_its_tap_has_no_effect_in_the_talk()
    {
        var worker = await _city.Sandbox.AddFollowerAsync();

        var tapped = await _city.Sandbox.ActAsync(worker, "tap", new { path = "1.3" });

        Assert.Empty(tapped["reply"]!.AsArray());
        var path = new Uri((string)tapped["url"]!).AbsolutePath;
        Assert.Contains("<form", await _city.Bot.Client.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal(0L, await _city.Database.ScalarAsync<long>("SELECT count(*) FROM inbound"));
    }

    [Fact]
    public async Task At_the_next_start_the_menu_is_left_as_it_is()
    {
        var at = await PublishedAtAsync();

        await _city.RestartBotAsync();

        Assert.Equal(MenuFate.AsItWas, (await PublishAsync(replaces: false)).Fate);
        Assert.Equal(at, await PublishedAtAsync());
        Assert.Equal(1L, await _city.Database.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'menu/published'"));
    }

    [Fact]
    public async Task A_menu_made_by_somebody_else_is_replaced_only_when_that_is_asked_for()
    {
        await MakeAnotherAsync();

        Assert.Equal(MenuFate.MadeElsewhere, (await PublishAsync(replaces: false)).Fate);
        Assert.Equal(AnotherMenu, await ShownAsync());

        Assert.Equal(MenuFate.Published, (await PublishAsync(replaces: true)).Fate);
        Assert.Equal(OurMenu, await ShownAsync());
    }

    [Fact]
    public async Task A_menu_that_somebody_removed_is_not_brought_back_unasked()
    {
        await _city.Sandbox.CallAsync("/cgi-bin/menu/delete");

        Assert.Equal(MenuFate.MadeElsewhere, (await PublishAsync(replaces: false)).Fate);
        Assert.Equal("", await ShownAsync());
    }

    [Fact]
    public async Task Many_hosts_at_once_make_one_menu()
    {
        await _city.Sandbox.CallAsync("/cgi-bin/menu/delete");
        await _city.Database.ExecuteAsync("DELETE FROM published_menu");

        var fates = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PublishAsync(replaces: false)));

        Assert.Single(fates, f => f.Fate is MenuFate.Published);
        Assert.Equal(7, fates.Count(f => f.Fate is MenuFate.AsItWas));
    }

    [Theory]
    [InlineData(48001, false)]
    [InlineData(-1, true)]
    public async Task A_platform_that_refuses_the_menu_keeps_nobody_from_being_answered(int errcode, bool isWorthRepeating)
    {
        await MakeAnotherAsync();
        await _city.Sandbox.ControlAsync("/sandbox/faults", new { kind = "error", path = "/cgi-bin/menu/create", errcode, times = 1 });

        var publication = await PublishAsync(replaces: true);

        Assert.Equal((MenuFate.Refused, isWorthRepeating), (publication.Fate, publication.IsWorthRepeating));
        Assert.Contains("工会", await _city.SayAsync(await _city.Sandbox.AddFollowerAsync(), "菜单"), StringComparison.Ordinal);
        Assert.Equal(MenuFate.Published, (await PublishAsync(replaces: true)).Fate);
    }

    [Fact]
    public async Task A_key_of_an_older_menu_still_on_a_phone_shows_the_chats_menu()
    {
        await _city.Sandbox.CallAsync("/cgi-bin/menu/create", new { button = new object[] { new { type = "click", name = "旧", key = "long/gone" } } });
        var worker = await _city.Sandbox.AddFollowerAsync();

        var tapped = await _city.Sandbox.ActAsync(worker, "tap", new { path = "0" });

        Assert.Contains("1 我的会籍", (string?)tapped["reply"]![0]!["text"], StringComparison.Ordinal);
    }

    private Task<JsonNode> MakeAnotherAsync() => _city.Sandbox.CallAsync(
        "/cgi-bin/menu/create", new { button = new object[] { new { type = "view", name = AnotherMenu, url = "https://union.example" } } });

    private async Task<MenuPublication> PublishAsync(bool replaces)
    {
        await using var scope = _city.Bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MenuPublisher>().PublishAsync(replaces, CancellationToken.None);
    }

    private Task<DateTime> PublishedAtAsync() => _city.Database.ScalarAsync<DateTime>("SELECT at FROM published_menu");

    /// <summary>The names of the menu that every follower sees, groups with theirs in brackets.</summary>
    private async Task<string> ShownAsync()
    {
        var menu = (await _city.Sandbox.CallAsync("/cgi-bin/get_current_selfmenu_info"))["selfmenu_info"];
        return menu is null ? "" : string.Join(' ', menu["button"]!.AsArray().Select(Told));
    }

    private static string Told(JsonNode? button) => button!["sub_button"]?["list"] is JsonArray inner
        ? $"{button["name"]}({string.Join(' ', inner.Select(Told))})"
        : $"{button["name"]}";
}
