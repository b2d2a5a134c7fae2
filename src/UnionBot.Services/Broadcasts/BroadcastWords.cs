using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Broadcasts;

/// <summary>What staff's broadcasts are checked by, from <c>understanding/broadcasts/words.yaml</c>.</summary>
public sealed class BroadcastWords
{
    private readonly string[] _lockScreen;

    private BroadcastWords(string[] lockScreen, IReadOnlyList<string> workerTypes, string testAccount) =>
        (_lockScreen, WorkerTypes, TestAccount) = (lockScreen, workerTypes, testAccount);

    /// <summary>The tags of members that say what kind of worker they are, in the order in which staff are offered them.</summary>
    public IReadOnlyList<string> WorkerTypes { get; }

    /// <summary>The tag of members who are never sent a broadcast.</summary>
    public string TestAccount { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static BroadcastWords Load(DataFolder folder)
    {
        var lists = DataFile.Read(folder.Understanding("broadcasts", "words.yaml")).Sections("lock-screen", "worker-types", "test-account");
        return new BroadcastWords(
            [.. lists[0].Words().Select(w => w.Word)], [.. lists[1].Items().Select(item => item.Text())], lists[2].Text());
    }

    /// <summary>The first word that tells of hardship, illness or disputes to whoever sees a locked phone; null when none does.</summary>
    public string? ForbiddenIn(string text)
    {
        var plain = TextNormaliser.Normalise(text);
        return Array.Find(_lockScreen, word => plain.Contains(word, StringComparison.Ordinal));
    }
}
