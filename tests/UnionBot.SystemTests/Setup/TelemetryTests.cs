using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.Telemetry;

namespace UnionBot.SystemTests.Setup;

public sealed class TelemetryTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_collector_gets_traces_and_metrics_without_what_addresses_tell()
    {
        var received = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await StartCollectorAsync(received);

        await using (var bot = await RunningBot.StartAsync(
            fixture.Database, ("Telemetry:OtlpEndpoint", collector.Urls.First()), ("Telemetry:TraceShare", "1")))
        {
            await bot.Client.GetAsync("/health/live?openid=oSecretOpenId&signature=secretsignature");
        }

        Assert.Contains(received, r => r.Path == "/v1/metrics");
        var traces = string.Concat(received.Where(r => r.Path == "/v1/traces").Select(r => r.Body));
        Assert.Contains("GET /health/live", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("oSecretOpenId", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("secretsignature", traces, StringComparison.Ordinal);
    }

    [Fact]
    public void Counters_gauges_and_histograms_are_written_each_in_its_form()
    {
        using var meter = new Meter("UnionBot.Test.Forms");
        using var collector = new MetricsCollector();
        var sent = meter.CreateCounter<long>("test.sent");
        sent.Add(2, KeyValuePair.Create("route", (object?)"a\"b"));
        sent.Add(3, KeyValuePair.Create("route", (object?)"a\"b"));
        meter.CreateUpDownCounter<int>("test.open").Add(-1);
        meter.CreateObservableGauge("test.share", () => 0.5);
        meter.CreateHistogram<double>("test.lasted", "s", "How long.").Record(0.03);

        var text = PrometheusText.Write(collector.Collect());

        Assert.Contains("# TYPE test_sent_total counter\ntest_sent_total{route=\"a\\\"b\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE test_open gauge\ntest_open -1\n", text, StringComparison.Ordinal);
        Assert.Contains("test_share 0.5\n", text, StringComparison.Ordinal);
        Assert.Contains("# HELP test_lasted_seconds How long.\n", text, StringComparison.Ordinal);
        Assert.Contains("test_lasted_seconds_bucket{le=\"0.025\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("test_lasted_seconds_bucket{le=\"0.05\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("test_lasted_seconds_bucket{le=\"+Inf\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("test_lasted_seconds_count 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_that_never_ends_is_added_up_in_one_series()
    {
        using var meter = new Meter("UnionBot.Test.Many");
        using var collector = new MetricsCollector();
        var counter = meter.CreateCounter<long>("test.many");
        const int More = 20;

        for (var id = 0; id < TagSet<MetricSeries>.Most + More; id++) counter.Add(1, KeyValuePair.Create("id", (object?)id));

        var lines = PrometheusText.Write(collector.Collect()).Split('\n').Where(l => l.StartsWith("test_many_total{", StringComparison.Ordinal));
        Assert.Equal(TagSet<MetricSeries>.Most + 1, lines.Count());
        Assert.Contains($"test_many_total{{overflow=\"true\"}} {More}", lines);
    }

    private static async Task<WebApplication> StartCollectorAsync(ConcurrentQueue<(string, string)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
        });
        await collector.StartAsync();
        return collector;
    }
}
