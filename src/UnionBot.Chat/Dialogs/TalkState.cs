using System.Text.Json.Serialization;

namespace UnionBot.Chat.Dialogs;

/// <summary>Where the talk with one person stands between two messages. Kept encrypted; survives a JSON round trip.</summary>
/// <param name="Waiting">The dialog whose question is open; null when nothing is waiting.</param>
public sealed record TalkState(Bookmark? Waiting = null)
{
    public static readonly TalkState Fresh = new();

    /// <summary>Dialogs that were interrupted, the latest last; offered again when the interruption is over.</summary>
    public IReadOnlyList<Bookmark> Interrupted { get; init => field = NoneOr(value); } = [];

    /// <summary>What of the last answer did not fit into one message, said on 更多; null when nothing is left.</summary>
    public string? More { get; init; }

    /// <summary>What says the last answer again, as a dialog with an argument; null when the last message was answered otherwise.</summary>
    public string? LastAnswer { get; init; }

    /// <summary>Misunderstandings in a row while no dialog was waiting.</summary>
    public int Misses { get; init; }

    /// <summary>When the person last wrote; null before the first message. UTC.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Answered steps of the waiting dialog, the latest last; 返回 goes back to them.</summary>
    public IReadOnlyList<Bookmark> Earlier { get; init => field = NoneOr(value); } = [];

    /// <summary>The numbered list the person was shown last; null when the last question had no numbers.</summary>
    public ShownList? Shown { get; init; }

    /// <summary>What was offered lately and neither taken nor refused, the latest last: a yes may still belong to it.</summary>
    public IReadOnlyList<ShownList> Offers { get; init => field = value is null or { Count: 0 } ? [] : value; } = [];

    /// <summary>The choices of a push that have not been taken; null when there are none.</summary>
    public PushedChoices? Pushed { get; init; }

    /// <summary>The dialog (<c>name</c> or <c>name:argument</c>) that begins once the person is bound; null when none waits for it.</summary>
    public string? Wanted { get; init; }

    /// <summary>Further wishes of the message that is being served, by the names of intents; offered one after the other.</summary>
    public IReadOnlyList<string> Further { get; init => field = value is null or { Count: 0 } ? [] : value; } = [];

    /// <summary>What was said of each of them, numbers masked: they open with it. Fewer than they where it is not known.</summary>
    public IReadOnlyList<string> FurtherWords { get; init => field = value is null or { Count: 0 } ? [] : value; } = [];

    /// <summary>When the person last wrote words of crisis; null when never. UTC.</summary>
    public DateTimeOffset? CrisisAt { get; init; }

    /// <summary>When it was last about law or hardship, or went to a person; null when never. UTC.</summary>
    public DateTimeOffset? PrivateAt { get; init; }

    [JsonIgnore]
    public bool IsFresh => this == Fresh;

    /// <summary>Records compare lists by reference: an empty one is always the same, after a JSON round trip too.</summary>
    private static IReadOnlyList<Bookmark> NoneOr(IReadOnlyList<Bookmark>? bookmarks) =>
        bookmarks is null or { Count: 0 } ? [] : bookmarks;
}
