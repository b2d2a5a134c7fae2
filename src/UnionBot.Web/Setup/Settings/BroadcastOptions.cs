using UnionBot.Core.Messaging;
using UnionBot.Services.Broadcasts;

namespace UnionBot.Web.Setup.Settings;

/// <summary>How much a broadcast (群发) may name, and when it stops by itself.</summary>
internal sealed record BroadcastOptions : ISettings
{
    public static string Section => "Broadcasts";

    /// <summary>The share of those tried whose message was refused or lost, 0 to 1.</summary>
    public double MostFailed { get; init; } = 0.1;

    /// <summary>Before so many were tried it does not stop by itself.</summary>
    public int TriedAtLeast { get; init; } = 50;

    /// <summary>So many tags an audience may name.</summary>
    public int MostTags { get; init; } = 50;

    public IEnumerable<Problem> Problems()
    {
        if (MostTags < 1) yield return new(nameof(MostTags), "1 or more");
        if (MostFailed is not (>= 0 and <= 1)) yield return new(nameof(MostFailed), "0 to 1, such as 0.1");
        if (TriedAtLeast < 1) yield return new(nameof(TriedAtLeast), "1 or more");
    }

    public BroadcastLimits ToLimits() => new() { MostFailed = MostFailed, TriedAtLeast = TriedAtLeast, MostTags = MostTags };

    /// <summary>Nobody asked for a broadcast, so its notice is the one for broadcasts; by template goes only news of the person's own case.</summary>
    public static BroadcastForms FormsIn(SendingOptions sending) => new(
        FormOf(sending.Notices, MessageKind.Broadcast), FormOf(sending.Templates, MessageKind.CaseProgress));

    private static BroadcastForm? FormOf(string setting, MessageKind kind) =>
        MessageForms.Read(setting).TryGetValue(kind, out var form) ? new BroadcastForm(form.TemplateId, form.Fields) : null;
}
