using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>Keeps the state of a talk as JSON. The time of the last message has a column of its own.</summary>
internal static class TalkStateJson
{
    /// <returns>Null when nothing is worth keeping, which most talks are between two questions.</returns>
    public static string? Write(TalkState state)
    {
        var kept = state with { LastAt = null };
        return kept.IsFresh ? null : TalkJson.Write(kept);
    }

    public static TalkState Read(string json) => TalkJson.Read<TalkState>(json);
}
