using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.Logs;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.SystemTests.Setup;

public sealed class LogTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("Person 13800000001 wrote", "Person *** wrote")]
    [InlineData("Person +8613800000001 wrote", "Person *** wrote")]
    [InlineData("Number 11010519491231002X refused", "Number *** refused")]
    [InlineData("GET /cgi-bin/x?access_token=AbC-1_2&type=1", "GET /cgi-bin/x?access_token=***&type=1")]
    [InlineData("GET /wechat?signature=1f&openid=oAbc&nonce=5", "GET /wechat?signature=***&openid=***&nonce=5")]
    [InlineData($"secret {Secret} inside", "secret *** inside")]
    [InlineData("Message 6054768590064713728 to person 17: errcode 45015", "Message 6054768590064713728 to person 17: errcode 45015")]
    [InlineData("Case 0198c1d2-7f00-7000-8000-138000000010", "Case 0198c1d2-7f00-7000-8000-138000000010")]
    public void A_line_keeps_ids_and_codes_and_loses_secrets_and_personal_numbers(string before, string after) =>
        Assert.Equal(after, new LogScrubber(Settings()).Clean(before));

    [Fact]
    public void A_json_line_has_its_values_apart_all_of_them_scrubbed()
    {
        var line = Write(Settings(("Telemetry:LogFormat", "json")));

        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal("warning", json.GetProperty("level").GetString());
        Assert.Equal("Sent 7 to ***", json.GetProperty("message").GetString());
        Assert.Equal("7", json.GetProperty("values").GetProperty("Count").GetString());
        Assert.Equal("***", json.GetProperty("values").GetProperty("Phone").GetString());
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
        Assert.Single(line.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_line_for_people_begins_with_the_time_and_the_level()
    {
        var line = Write(Settings());

        Assert.StartsWith("2026-06-15 01:02:03.000 warning ", line, StringComparison.Ordinal);
        Assert.Contains("Outbox: Sent 7 to ***", line, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
    }

    private static string Write(BotSettings settings)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        List<KeyValuePair<string, object?>> state =
        [
            new("Count", 7), new("Phone", "13800000001"), new("{OriginalFormat}", "Sent {Count} to {Phone}"),
        ];
        var entry = new LogEntry<List<KeyValuePair<string, object?>>>(
            LogLevel.Warning, "UnionBot.Outbox", default, state, new InvalidOperationException(Secret),
            (_, _) => "Sent 7 to 13800000001");

        new LogLine(settings, new LogScrubber(settings), new FixedTime()).Write(entry, scopeProvider: null, text);
        return text.ToString();
    }

    private static BotSettings Settings(params (string Name, string Value)[] more) => RunningBot.Load(
    [
        ("WeChat:AppId", "wx0123456789abcdef"), ("WeChat:AppSecret", Secret), ("WeChat:Token", "token123"),
        ("WeChat:Mode", "plain"), .. more,
    ]);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 6, 15, 1, 2, 3, TimeSpan.Zero);
    }
}
