using System.Diagnostics.Metrics;
using UnionBot.Core.Messaging;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Counts what arrives at the callback address, and how much of it is being worked on.</summary>
internal sealed class PushMetrics : IDisposable
{
    private readonly Meter _meter = new("UnionBot");
    private readonly Counter<long> _pushes;

    public PushMetrics(Inbox inbox)
    {
        _pushes = _meter.CreateCounter<long>("unionbot.pushes", description: "Pushes of the platform, by what became of them.");
        _meter.CreateObservableGauge("unionbot.inbox_in_hand", () => inbox.InHand, description: "Messages that this host is working on.");
    }

    public void Count(PushResult result) => _pushes.Add(1, KeyValuePair.Create("result", (object?)NameOf(result)));

    private static string NameOf(PushResult result) => result switch
    {
        PushResult.Refused refused => refused.Reason.ToString(),
        PushResult.Malformed malformed => malformed.Reason.ToString(),
        _ => "Accepted",
    };

    public void Dispose() => _meter.Dispose();
}
