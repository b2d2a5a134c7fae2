using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Cases;

public sealed class AlarmWebhookTests : IAsyncLifetime
{
    private readonly List<string> _received = [];
    private TestDatabase _database = null!;
    private UnionOffice _office = null!;
    private WebApplication _receiver = null!;
    private int _refusals;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await UnionOffice.OpenAsync(_database);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _receiver = builder.Build();
        _receiver.MapPost("/alarm", TakeAsync);
        await _receiver.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_running_bot_tells_the_webhook_number_kind_and_time_and_counts_the_alarm()
    {
        await using var bot = await RunningBot.StartAsync(_database, ("Alarm:WebhookUrl", _receiver.Urls.First() + "/alarm"));

        await _office.SaysAsync("王芳", "我不想活了，我住历下区1号");
        await Eventually.HoldsAsync(() => Count() > 0);

        using var body = JsonDocument.Parse(_received[0]);
        Assert.Equal(["number", "kind", "time"], body.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("self-harm", body.RootElement.GetProperty("kind").GetString());

        // Other bots of this test run count in the same process, so the number is one or more.
        await Eventually.HoldsAsync(async () => System.Text.RegularExpressions.Regex.IsMatch(
            await bot.Management.GetStringAsync("/metrics"), "unionbot_alarms_total{kind=\"self-harm\"} [1-9]"));
        await Eventually.HoldsAsync(async () =>
            await _database.ScalarAsync<long>("SELECT count(*) FROM alarm WHERE webhook_at IS NOT NULL") == 0);
    }

    [Fact]
    public async Task A_webhook_that_refuses_is_told_again()
    {
        _refusals = 1;
        await using var bot = await RunningBot.StartAsync(_database, ("Alarm:WebhookUrl", _receiver.Urls.First() + "/alarm"));

        await _office.SaysAsync("王芳", "我不想活了");
        await Eventually.HoldsAsync(() => Count() == 1);
        await _database.ExecuteAsync("UPDATE alarm SET webhook_at = now() WHERE webhook_at IS NOT NULL");

        await Eventually.HoldsAsync(() => Count() == 2);
        Assert.Single(_received.Distinct());
    }

    private int Count()
    {
        lock (_received) return _received.Count;
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        lock (_received) _received.Add(body);
        return Interlocked.Decrement(ref _refusals) >= 0 ? Results.StatusCode(500) : Results.Ok();
    }
}
