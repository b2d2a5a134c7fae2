using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using UnionBot.WeChat.Api;

namespace UnionBot.Tests.WeChat.Api;

/// <summary>Answers that do not come, or come as something else than JSON.</summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private const string SendPath = "/cgi-bin/message/custom/send";
    private const string TemplatePath = "/cgi-bin/message/template/send";

    private ScriptedPlatform _platform = null!;

    public async Task InitializeAsync() => _platform = await ScriptedPlatform.StartAsync();

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    public static TheoryData<string, Func<HttpContext, Task>> Losses => new()
    {
        { "an HTML page", http => http.Response.WriteAsync("<html><body>502 Bad Gateway</body></html>") },
        { "an empty body", _ => Task.CompletedTask },
        { "a JSON array", http => http.Response.WriteAsync("[]") },
        { "half a JSON object", http => http.Response.WriteAsync("{\"errcode\":0,") },
        { "a gateway's status", http => Status(http, 502) },
        { "a gateway's status with a good body", http => Status(http, 504, """{"errcode":0}""") },
        { "a dropped connection", http => Drop(http) },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_lost_answer_is_unknown_unless_the_platform_knows_the_id(string what, Func<HttpContext, Task> loss)
    {
        using var client = _platform.NewClient();
        _platform.Handle(SendPath, loss);
        _platform.Handle(TemplatePath, loss);

        var custom = await client.CustomMessages.SendAsync("o1", new CustomText("你好"));
        var template = await client.Templates.SendAsync(Template("row-1"));
        var nameless = await client.Templates.SendAsync(Template(null));

        Assert.False(string.IsNullOrEmpty(what));
        Assert.Equal(SendOutcomeKind.Unknown, custom.Kind);
        Assert.Equal((SendOutcomeKind.RetryLater, 5), (template.Outcome.Kind, template.Outcome.MostRetries));
        Assert.Equal(SendOutcomeKind.Unknown, nameless.Outcome.Kind);
        Assert.Equal(1, _platform.CountOf(SendPath));
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_lost()
    {
        using var client = _platform.NewClient(timeout: TimeSpan.FromMilliseconds(300));
        await client.CheckTokenAsync();
        _platform.Handle(SendPath, http =>
            Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

        var outcome = await client.CustomMessages.SendAsync("o1", new CustomText("你好"));

        Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_outcome()
    {
        using var client = _platform.NewClient();
        using var cancel = new CancellationTokenSource();
        await client.CheckTokenAsync();
        _platform.Handle(SendPath, _ => cancel.CancelAsync());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.CustomMessages.SendAsync("o1", new CustomText("你好"), ct: cancel.Token));
    }

    [Fact]
    public async Task A_platform_that_cannot_be_reached_got_nothing()
    {
        using var http = new HttpClient();
        _platform.Store.State = new AccessTokenState(1, new AccessToken("T", _platform.Time.Now.AddHours(1)));
        using var client = new WeChatClient(
            http, new WeChatApiOptions("wx1", "s", ClosedPort()), _platform.Store, _platform.Time);

        var outcome = await client.CustomMessages.SendAsync("o1", new CustomText("你好"));

        Assert.Equal(SendOutcomeKind.RetryLater, outcome.Kind);
    }

    [Fact]
    public async Task A_connection_that_never_opens_is_given_up_and_the_platform_got_nothing()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromMilliseconds(200) }) { Timeout = Timeout.InfiniteTimeSpan };
        _platform.Store.State = new AccessTokenState(1, new AccessToken("T", _platform.Time.Now.AddHours(1)));

        // Somebody takes the connection and never shakes hands.
        var address = new Uri($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}");
        using var client = new WeChatClient(http, new WeChatApiOptions("wx1", "s", address), _platform.Store, _platform.Time);

        var outcome = await client.CustomMessages.SendAsync("o1", new CustomText("你好"));

        Assert.Equal(SendOutcomeKind.RetryLater, outcome.Kind);
    }

    [Fact]
    public async Task A_busy_platform_may_be_asked_again_once_where_it_recognises_no_repetition()
    {
        using var client = _platform.NewClient();
        _platform.Answer(SendPath, """{"errcode":-1,"errmsg":"system error"}""");
        _platform.Answer(TemplatePath, """{"errcode":-1,"errmsg":"system error"}""");

        var custom = await client.CustomMessages.SendAsync("o1", new CustomText("你好"));
        var template = await client.Templates.SendAsync(Template("row-1"));

        Assert.Equal((SendOutcomeKind.RetryLater, 1), (custom.Kind, custom.MostRetries));
        Assert.Equal((SendOutcomeKind.RetryLater, 5), (template.Outcome.Kind, template.Outcome.MostRetries));
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""", SendOutcomeKind.Sent, 0)]
    [InlineData("{}", SendOutcomeKind.Sent, 0)]
    [InlineData("\uFEFF{\"errcode\":0}", SendOutcomeKind.Sent, 0)]
    [InlineData("""{"errcode":"45015","errmsg":"out of time"}""", SendOutcomeKind.HoldUntilContact, 45015)]
    [InlineData("""{"base_resp":{"errcode":43004,"errmsg":"x"}}""", SendOutcomeKind.StopPerson, 43004)]
    [InlineData("""{"base_resp":{"ret":43004}}""", SendOutcomeKind.StopPerson, 43004)]
    [InlineData("{\"errcode\":43004,\"errmsg\":\"a\u0001\u0002b\"}", SendOutcomeKind.StopPerson, 43004)]
    [InlineData("""{"errcode":"none"}""", SendOutcomeKind.Sent, 0)]
    [InlineData("""{"errcode":99999999999}""", SendOutcomeKind.Unknown, int.MaxValue)]
    public async Task An_answer_is_understood_in_every_way_the_platform_writes_it(string body, SendOutcomeKind kind, int code)
    {
        using var client = _platform.NewClient();
        _platform.Answer(SendPath, body);

        var outcome = await client.CustomMessages.SendAsync("o1", new CustomText("你好"));

        Assert.Equal((kind, code), (outcome.Kind, outcome.ErrorCode));
    }

    private static TemplateMessage Template(string? clientMsgId) =>
        new("o1", "t1", new Dictionary<string, string> { ["thing1"] = "值" }, ClientMsgId: clientMsgId);

    private static Task Status(HttpContext http, int status, string body = "")
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body);
    }

    private static Task Drop(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
