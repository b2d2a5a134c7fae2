using UnionBot.Sandbox.Followers;

namespace UnionBot.Sandbox.Timeline;

/// <summary>The talks as people see them: what was said to one follower and what was sent to all.</summary>
internal sealed class Talks(TalkLog log, MassLetters letters, FollowerDirectory followers, BubbleFeed feed)
{
    public long LastSeq => log.LastSeq;

    public Bubble Add(int follower, BubbleDraft draft)
    {
        var bubble = log.Append(follower, draft);
        feed.Announce(followers.OpenId(follower));
        return bubble;
    }

    /// <summary>The latest bubbles after a sequence number, in order of time.</summary>
    public IReadOnlyList<Bubble> Read(int follower, long after = 0, int limit = int.MaxValue) =>
    [
        .. log.Read(follower, after, limit)
            .Concat(letters.To(follower, after))
            .OrderByDescending(bubble => bubble.Seq)
            .Take(limit)
            .Reverse(),
    ];
}
