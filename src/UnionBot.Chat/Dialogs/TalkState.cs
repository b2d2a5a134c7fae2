using System.Text.Json.Serialization;

namespace UnionBot.Chat.Dialogs;

/// <summary>Where the talk with one person stands between two messages. Kept encrypted; survives a JSON round trip.</summary>
/// <param name="Waiting">The dialog whose question is open; null when nothing is waiting.</param>
public sealed record TalkState(Bookmark? Waiting = null)
{
    public static readonly TalkState Fresh = new();

    /// <summary>Dialogs that were interrupted, the latest last; offered again when the interruption is over.</summary>
    public IReadOnlyList<Bookmark> Interrupted { get; init; } = [];

    /// <summary>What of the last answer did not fit into one message, said on 更多; null when nothing is left.</summary>
    public string? More { get; init; }

    /// <summary>Misunderstandings in a row while no dialog was waiting.</summary>
    public int Misses { get; init; }

    /// <summary>When the person last wrote; null before the first message. UTC.</summary>
    public DateTimeOffset? LastAt { get; init; }

    [JsonIgnore]
    public bool IsFresh => this == Fresh;
}
