using System.Diagnostics.Metrics;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Counts calls that send something, by way and by what the platform made of them.</summary>
internal sealed class SendMetrics : IDisposable
{
    private readonly Meter _meter = new("UnionBot");
    private readonly Counter<long> _sends;

    public SendMetrics() => _sends = _meter.CreateCounter<long>(
        "unionbot.wechat_sends", description: "Calls that send to one person, by way and outcome.");

    public void Count(string way, SendOutcome outcome) =>
        _sends.Add(1, KeyValuePair.Create("way", (object?)way), KeyValuePair.Create("outcome", (object?)outcome.Kind.ToString()));

    public void Dispose() => _meter.Dispose();
}
