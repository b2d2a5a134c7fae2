using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>Somebody who has opened the web chat, and writes as its page does. Keeps the cookies itself: they are for HTTPS only.</summary>
internal sealed partial class WebChatGuest : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _token;

    private WebChatGuest(HttpClient http, string token) => (_http, _token) = (http, token);

    /// <param name="address">The guest's, as the proxy in front reports it.</param>
    public static async Task<WebChatGuest> OpenAsync(RunningBot bot, string address = "203.0.113.30")
    {
        var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = bot.Client.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var page = await http.GetAsync("/chat");
        http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        return new WebChatGuest(http, Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    public static string NewId() => $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}-{Guid.NewGuid()}";

    /// <param name="at">A time beside the one in the id, as only a forger sends it.</param>
    public async Task<(HttpStatusCode Status, string Body)> SayAsync(string text, string? id = null, long at = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/messages")
        {
            Content = JsonContent.Create(new { text, id = id ?? NewId(), at }),
        };
        request.Headers.Add("RequestVerificationToken", _token);
        await request.Content.LoadIntoBufferAsync();
        using var response = await _http.SendAsync(request);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, string.Concat(answer.RootElement.GetProperty("texts").EnumerateArray().Select(t => t.GetString())));
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("data-token=\"([^\"]+)\"")]
    private static partial Regex Token();
}
