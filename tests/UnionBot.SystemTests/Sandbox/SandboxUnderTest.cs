using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using UnionBot.Sandbox.Setup;

namespace UnionBot.SystemTests.Sandbox;

/// <summary>
/// A sandbox in this process with a callback of the test's own; plain mode unless the test asks otherwise.
/// </summary>
public class SandboxUnderTest : IAsyncDisposable
{
    public const string AppId = "wx0123456789abcdef";
    public const string Secret = "not-a-secret";
    public const string Token = "TestToken1";
    public const string AesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string OriginalId = "gh_0123456789ab";

    /// <summary>The platform refuses a menu whose Chinese is escaped.</summary>
    private static readonly JsonSerializerOptions RawChinese =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-test-").FullName;
    private readonly string[] _args;
    private WebApplication _app = null!;
    private string _token = "";

    protected SandboxUnderTest(TestCallback callback, string[] args) => (Callback, _args) = (callback, args);

    public TestCallback Callback { get; }

    public string Folder => _folder;

    public HttpClient Http { get; private set; } = null!;

    /// <param name="args">Further settings, as on the command line.</param>
    public static async Task<SandboxUnderTest> StartAsync(params string[] args)
    {
        var sandbox = new SandboxUnderTest(await TestCallback.StartAsync(), args);
        await sandbox.StartAgainAsync();
        return sandbox;
    }

    /// <summary>The settings of a bot in a demo on this sandbox.</summary>
    public static (string Name, string Value)[] AccountOn(SandboxUnderTest sandbox) =>
    [
        ("WeChat:AppId", AppId),
        ("WeChat:AppSecret", Secret),
        ("WeChat:Token", Token),
        ("WeChat:EncodingAESKey", AesKey),
        ("WeChat:OriginalId", OriginalId),
        ("WeChat:ApiBaseUrl", sandbox.Http.BaseAddress!.AbsoluteUri),
        ("Demo:Enabled", "true"),
    ];

    public static string[] Arguments(string folder, string callback) =>
    [
        "--urls", "http://127.0.0.1:0", "--data", folder, "--callback", callback,
        "--app-id", AppId, "--app-secret", Secret,
        "--token", Token, "--encoding-aes-key", AesKey, "--original-id", OriginalId, "--mode", "plain",
        "--Logging:LogLevel:Default", "None",
    ];

    /// <summary>Starts over the same data folder.</summary>
    public async Task StartAgainAsync()
    {
        var address = await RunAsync([.. Arguments(_folder, Callback.Address), .. _args]);
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async Task StopAsync()
    {
        Http.Dispose();
        await EndAsync();
    }

    /// <summary>Adds one who follows already and returns the openid.</summary>
    public async Task<string> AddFollowerAsync() => (await AddFollowersAsync(1))[0];

    public async Task<string[]> AddFollowersAsync(int count)
    {
        var added = await ControlAsync("/sandbox/followers", new { count });
        return [.. added["followers"]!.AsArray().Select(follower => (string)follower!["openid"]!)];
    }

    public Task<JsonNode> SayAsync(string openId, string text, int copies = 1) =>
        ActAsync(openId, "say", new { text, copies });

    public Task<JsonNode> ActAsync(string openId, string what, object body) =>
        ControlAsync($"/sandbox/followers/{openId}/{what}", body);

    public async Task<JsonNode> ControlAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!;

    public Task AdvanceAsync(TimeSpan step) =>
        ControlAsync("/sandbox/clock", new { advanceSeconds = (long)step.TotalSeconds });

    /// <summary>Calls the platform's API with a valid token.</summary>
    public async Task<JsonNode> CallAsync(string path, object? body = null)
    {
        if (_token.Length == 0) _token = await TakeTokenAsync();
        return await CallWithAsync(_token, path, body);
    }

    public async Task<JsonNode> CallWithAsync(string token, string path, object? body = null)
    {
        var address = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}access_token={token}";
        using var response = body is null
            ? await Http.GetAsync(address)
            : await Http.PostAsJsonAsync(address, body, RawChinese);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>The errcode of a call; 0 also when there is none.</summary>
    public async Task<int> ErrcodeAsync(string path, object? body = null) =>
        (int?)(await CallAsync(path, body))["errcode"] ?? 0;

    public async Task<string> TakeTokenAsync(bool force = false)
    {
        var answer = await ControlAsync("/cgi-bin/stable_token", new
        {
            grant_type = "client_credential",
            appid = AppId,
            secret = Secret,
            force_refresh = force,
        });
        return (string)answer["access_token"]!;
    }

    public Task<int> SendTextAsync(string openId, string text = "您好") => ErrcodeAsync(
        "/cgi-bin/message/custom/send", new { touser = openId, msgtype = "text", text = new { content = text } });

    /// <summary>The texts that the account delivered, in order.</summary>
    public async Task<string[]> DeliveredAsync(string openId)
    {
        var delivered = await GetAsync($"/sandbox/followers/{openId}/delivered");
        return [.. delivered["items"]!.AsArray().Select(item => (string?)item!["text"] ?? "")];
    }

    /// <summary>Waits until the callback has got an event of this name.</summary>
    public Task<TestPush> EventAsync(string name) => Callback.FirstAsync(push => push["Event"] == name);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        await Callback.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <returns>Where it listens.</returns>
    protected virtual async Task<string> RunAsync(string[] arguments)
    {
        _app = SandboxApp.Create(arguments);
        await _app.StartAsync();
        return _app.Urls.First();
    }

    protected virtual async Task EndAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
