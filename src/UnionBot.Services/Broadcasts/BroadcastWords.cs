using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Broadcasts;

/// <summary>What staff's broadcasts are checked by, from <c>understanding/broadcasts/words.yaml</c>.</summary>
public sealed class BroadcastWords
{
    private BroadcastWords(IReadOnlyList<string> workerTypes, IReadOnlyList<string> newForms, string newFormsTitle, string testAccount) =>
        (WorkerTypes, NewForms, NewFormsTitle, TestAccount) = (workerTypes, newForms, newFormsTitle, testAccount);

    /// <summary>The tags of members that say what kind of worker they are, in the order in which staff are offered them.</summary>
    public IReadOnlyList<string> WorkerTypes { get; }

    /// <summary>Those of them that are new forms of work, which figures count together, too …</summary>
    public IReadOnlyList<string> NewForms { get; }

    /// <summary>… under this name.</summary>
    public string NewFormsTitle { get; }

    /// <summary>The tag of members who are never sent a broadcast.</summary>
    public string TestAccount { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static BroadcastWords Load(DataFolder folder)
    {
        var lists = DataFile.Read(folder.Understanding("broadcasts", "words.yaml")).Sections("worker-types", "new-forms", "new-forms-title", "test-account");
        return new BroadcastWords(
            [.. lists[0].Items().Select(item => item.Text())], [.. lists[1].Items().Select(item => item.Text())], lists[2].Text(), lists[3].Text());
    }
}
