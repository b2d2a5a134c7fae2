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
        for (var n = 0; n < 6000; n++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await OpenAsync(bot, "/my-data/x", "203.0.113.8")).Status);

        var (status, page) = await OpenAsync(bot, "/chat", "203.0.113.8");

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("请过一分钟再试", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(bot, "/chat", "203.0.113.9")).Status);
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
