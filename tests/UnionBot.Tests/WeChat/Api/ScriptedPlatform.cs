using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using UnionBot.WeChat.Api;

namespace UnionBot.Tests.WeChat.Api;

/// <summary>A real HTTP server that answers as told and remembers what it was asked.</summary>
internal sealed class ScriptedPlatform : IAsyncDisposable
{
    public const string AppId = "wx1234567890abcdef";
    public const string Secret = "the-app-secret-0123456789";

    private readonly ConcurrentDictionary<string, Func<HttpContext, int, Task>> _scripts = new();
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private int _tokens;

    private ScriptedPlatform(WebApplication app)
    {
        _app = app;
    }

    public static readonly string ValidToken = new('T', 600);

    public Uri Address => new(_app.Urls.Single());

    public MemoryTokenStore Store { get; } = new();

    public MovableTime Time { get; } = new();

    public IReadOnlyList<Asked> Asks => [.. _asked];

    public static async Task<ScriptedPlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var platform = new ScriptedPlatform(builder.Build());
        platform._app.Run(platform.HandleAsync);
        platform.Answer("/cgi-bin/stable_token", () => $$"""{"access_token":"{{platform.NextToken()}}","expires_in":7200}""");
        await platform._app.StartAsync();
        return platform;
    }

    public WeChatClient NewClient(TimeSpan? timeout = null, MemoryTokenStore? store = null) => new(
        _http,
        new WeChatApiOptions(AppId, Secret, Address) { Timeout = timeout ?? TimeSpan.FromSeconds(30) },
        store ?? Store,
        Time);

    public void Answer(string path, string json) => Answer(path, () => json);

    /// <summary>One answer after the other; the last is repeated.</summary>
    public void Answers(string path, params string[] answers) =>
        _scripts[path] = (http, number) => http.Response.WriteAsync(answers[Math.Min(number, answers.Length) - 1]);

    public void Answer(string path, Func<string> json) => _scripts[path] = (http, _) => http.Response.WriteAsync(json());

    public void Handle(string path, Func<HttpContext, Task> handler) => _scripts[path] = (http, _) => handler(http);

    public int CountOf(string path) => _counts.GetValueOrDefault(path);

    public Asked Last(string path) => _asked.Last(asked => asked.Path == path);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private string NextToken() => $"{ValidToken}{Interlocked.Increment(ref _tokens)}";

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var path = http.Request.Path.Value!;
        _asked.Enqueue(new Asked(
            http.Request.Method, path, http.Request.QueryString.Value ?? "", http.Request.ContentType, body.ToArray()));
        var number = _counts.AddOrUpdate(path, 1, (_, count) => count + 1);

        // The real platform calls its JSON text/plain as often as not.
        http.Response.ContentType = "text/plain";
        if (_scripts.TryGetValue(path, out var script)) await script(http, number);
        else await http.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");
    }
}

/// <summary>One request as it arrived.</summary>
internal sealed record Asked(string Method, string Path, string Query, string? ContentType, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The query without the token.</summary>
    public string QueryWithoutToken =>
        string.Join('&', Query.TrimStart('?').Split('&').Where(part => !part.StartsWith("access_token=", StringComparison.Ordinal)));

    public string? Token => Query.TrimStart('?').Split('&')
        .FirstOrDefault(part => part.StartsWith("access_token=", StringComparison.Ordinal))?["access_token=".Length..];
}
