using System.Diagnostics.Metrics;
using UnionBot.Core.Cases;

namespace UnionBot.Web.Channels.Alarms;

/// <summary>Counts alarms and what became of them.</summary>
internal sealed class AlarmMetrics : IDisposable
{
    private readonly Meter _meter = new("UnionBot");
    private readonly Counter<long> _alarms;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _lost;

    public AlarmMetrics()
    {
        _alarms = _meter.CreateCounter<long>("unionbot.alarms", description: "Alarms that this host has called somebody to first, by kind.");
        _calls = _meter.CreateCounter<long>(
            "unionbot.alarm_calls", description: "Steps of alarms, by whether somebody could be called in a chat.");
        _lost = _meter.CreateCounter<long>("unionbot.alarm_calls_lost", description: "Steps of alarms that reached nobody of those called.");
    }

    public void Count(AlarmStep step)
    {
        if (step.Step == 1) _alarms.Add(1, KeyValuePair.Create("kind", (object?)AlarmWebhook.KindOf(step.Kind)));
        if (step.LastWasLost) _lost.Add(1);
        _calls.Add(1, KeyValuePair.Create("reached", (object?)(step.Called > 0 ? "staff" : "nobody")));
    }

    public void Dispose() => _meter.Dispose();
}
