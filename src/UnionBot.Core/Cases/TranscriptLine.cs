using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Cases;

/// <summary>One message of a transcript.</summary>
/// <param name="At">UTC.</param>
/// <param name="Text">In clear, numbers masked; never logged. "" for a photo and the like.</param>
public sealed record TranscriptLine(DateTimeOffset At, TranscriptVoice Voice, string Text)
{
    /// <summary>How the person said it; null for what they were told.</summary>
    public InputKind? Kind { get; init; }

    /// <summary>What became of it; null for what the person said.</summary>
    public OutboundStatus? Fate { get; init; }
}

public enum TranscriptVoice
{
    Person,
    Bot,
    Staff,
}
