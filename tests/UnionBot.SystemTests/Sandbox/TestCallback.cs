using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UnionBot.SystemTests.Sandbox;

/// <summary>A callback on a free port that keeps every push and answers as the test wants.</summary>
public sealed class TestCallback : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<TestPush> _pushes = [];
    private readonly List<(Func<TestPush, bool> Wanted, TaskCompletionSource<TestPush> Found)> _waiting = [];

    private TestCallback(WebApplication app) => _app = app;

    /// <summary>What to answer; <c>success</c> until a test says otherwise.</summary>
    public Func<TestPush, Task<string>> Answer { get; set; } = _ => Task.FromResult("success");

    public string Address => _app.Urls.First() + "/wechat";

    public IReadOnlyList<TestPush> Pushes
    {
        get
        {
            lock (_gate) return [.. _pushes];
        }
    }

    public static async Task<TestCallback> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var callback = new TestCallback(builder.Build());
        callback._app.MapGet("/wechat", (string echostr) => echostr);
        callback._app.MapPost("/wechat", callback.ReceiveAsync);
        await callback._app.StartAsync();
        return callback;
    }

    /// <summary>The first push of this sort, past or to come.</summary>
    public Task<TestPush> FirstAsync(Func<TestPush, bool> wanted)
    {
        lock (_gate)
        {
            if (_pushes.FirstOrDefault(wanted) is { } past) return Task.FromResult(past);

            var found = new TaskCompletionSource<TestPush>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((wanted, found));
            return found.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    /// <summary>Answers every plain push with this text.</summary>
    public void AnswersText(string text) => Answer = push => Task.FromResult(push.ReplyXml(text));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var push = new TestPush(request.Query, body.ToArray(), request.HttpContext.RequestAborted);
        Keep(push);
        return Results.Text(await Answer(push));
    }

    private void Keep(TestPush push)
    {
        lock (_gate)
        {
            _pushes.Add(push);
            foreach (var (_, found) in _waiting.Where(waiting => waiting.Wanted(push))) found.TrySetResult(push);
        }
    }
}
