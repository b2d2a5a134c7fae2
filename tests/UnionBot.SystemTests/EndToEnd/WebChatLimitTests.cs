using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>Too many messages to the web chat are refused before anything is done with them.</summary>
public sealed class WebChatLimitTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_visitor_sends_no_more_than_twenty_messages_a_minute()
    {
        await using var bot = await RunningBot.StartAsync(fixture.Database);
        var visitor = NewCookie();
        for (var n = 0; n < 20; n++) Assert.NotEqual(HttpStatusCode.TooManyRequests, await SendAsync(bot, visitor, "203.0.113.7"));

        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync(bot, visitor, "203.0.113.7"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await SendAsync(bot, NewCookie(), "203.0.113.7"));
    }

    [Theory]
    [InlineData("203.0.113.{0}", 0, "203.0.114.7")]
    [InlineData("2001:db8:1:1::{0:x}", 1, "2001:db8:1:2::1")]
    public async Task A_new_cookie_for_every_message_does_not_lift_the_limit_of_an_address(string address, int step, string other)
    {
        await using var bot = await RunningBot.StartAsync(fixture.Database);
        string Address(int n) => string.Format(System.Globalization.CultureInfo.InvariantCulture, address, 1 + (n * step));
        for (var n = 0; n < 600; n++) Assert.NotEqual(HttpStatusCode.TooManyRequests, await SendAsync(bot, NewCookie(), Address(n)));

        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync(bot, NewCookie(), Address(600)));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await SendAsync(bot, NewCookie(), other));
    }

    [Fact]
    public async Task Whoever_asks_for_pages_without_end_gets_a_page_that_says_so_and_others_their_own()
    {
        await using var bot = await RunningBot.StartAsync(fixture.Database);
        for (var n = 0; n < 6000; n++) Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(bot, "/my-data/no/page", "203.0.113.8")).Status);

        var (status, page) = await OpenAsync(bot, "/chat", "203.0.113.8");

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("请过一分钟再试", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        foreach (var number in new[] { "110", "120", "12356", "12351" }) Assert.Contains(number, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(bot, "/chat", "203.0.113.9")).Status);
    }

    [Fact]
    public async Task Words_of_danger_are_heard_beyond_the_limit_but_not_without_end()
    {
        await using var bot = await RunningBot.StartAsync(fixture.Database);
        using var guest = await WebChatGuest.OpenAsync(bot);
        for (var n = 0; n < 20; n++) Assert.Equal(HttpStatusCode.OK, (await guest.SayAsync("菜单")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await guest.SayAsync("菜单")).Status);
        var (status, answer) = await guest.SayAsync("我不想活了");
        for (var n = 0; n < 4; n++) await guest.SayAsync("我不想活了");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("12356", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guest.SayAsync("我不想活了")).Status);
    }

    [Fact]
    public async Task A_bare_call_for_help_is_heard_beyond_the_limit_too()
    {
        await using var bot = await RunningBot.StartAsync(fixture.Database);
        using var guest = await WebChatGuest.OpenAsync(bot);
        for (var n = 0; n < 20; n++) await guest.SayAsync("菜单");

        var (status, answer) = await guest.SayAsync("救命");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("110", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_danger_are_heard_from_an_address_that_others_have_used_up()
    {
        await using var bot = await RunningBot.StartAsync(fixture.Database);
        using var guest = await WebChatGuest.OpenAsync(bot, "203.0.113.20");
        for (var n = 0; n < 600; n++) await SendAsync(bot, NewCookie(), "203.0.113.20");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await guest.SayAsync("菜单")).Status);
        Assert.Contains("12356", (await guest.SayAsync("我不想活了")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_one()
    {
        await using var bot = await RunningBot.StartAsync(fixture.Database);
        using var guest = await WebChatGuest.OpenAsync(bot);
        var id = WebChatGuest.NewId();

        var first = await guest.SayAsync("人工", id, at: 1);
        var again = await guest.SayAsync("人工", id, at: 2);

        Assert.Equal((HttpStatusCode.OK, first), (first.Status, again));
        Assert.Equal(1L, await fixture.Database.ScalarAsync<long>(
            "SELECT count(*) FROM inbound WHERE person_id = (SELECT max(id) FROM person)"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-x")]
    [InlineData("x-1")]
    [InlineData("99999999999999999999-x")]
    [InlineData("9223372036854775807-x")]
    public async Task An_id_without_the_time_of_now_is_refused(string id)
    {
        await using var bot = await RunningBot.StartAsync(fixture.Database);
        using var guest = await WebChatGuest.OpenAsync(bot);

        Assert.Equal(HttpStatusCode.BadRequest, (await guest.SayAsync("菜单", id)).Status);
    }

    [Fact]
    public async Task Nothing_larger_than_256_KB_is_taken()
    {
        await using var bot = await RunningBot.StartAsync(fixture.Database);
        using var content = JsonContent.Create(new { text = new string('a', 300_000), id = "0-1" });

        using var response = await bot.Client.PostAsync("/chat/messages", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string Page)> OpenAsync(RunningBot bot, string path, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", address);
        using var response = await bot.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string NewCookie() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <param name="address">The visitor's, as the proxy in front reports it.</param>
    private static async Task<HttpStatusCode> SendAsync(RunningBot bot, string cookie, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/messages")
        {
            Content = JsonContent.Create(new { text = "", id = "0-1" }),
        };
        request.Headers.Add("Cookie", $"__Host-unionbot-chat={cookie}");
        request.Headers.Add("X-Forwarded-For", address);
        using var response = await bot.Client.SendAsync(request);
        return response.StatusCode;
    }
}
