using System.Diagnostics;
using OpenTelemetry;

namespace UnionBot.Web.Setup.Telemetry;

/// <summary>Takes off a span what the query of an address may tell of a person or a secret.</summary>
internal sealed class SpanScrubber : BaseProcessor<Activity>
{
    private static readonly string[] WithQuery = ["url.query", "url.full", "http.url", "http.target"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in WithQuery)
        {
            if (data.GetTagItem(tag) is string value) data.SetTag(tag, tag == "url.query" ? null : value.Split('?')[0]);
        }
    }
}
