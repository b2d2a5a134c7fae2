using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Actions;

/// <summary>What came of something a follower did.</summary>
/// <param name="MsgId">Of the message; null for an event.</param>
/// <param name="Millis">From the first try to the answer.</param>
/// <param name="Attempts">The tries of the first copy.</param>
/// <param name="Reply">What the follower saw at once: the passive reply or the platform's line that the service is out
/// of order.</param>
/// <param name="Fault">Why the platform did not take the answer; null = it did.</param>
/// <param name="Copies">For duplicates pushed on purpose: every copy's own outcome.</param>
/// <param name="Url">The page a tap on the menu opens.</param>
/// <param name="LastSeq">The last bubble; ask for what comes after it to wait for custom messages.</param>
internal sealed record ActionResult(
    string? MsgId,
    long Millis,
    IReadOnlyList<Attempt> Attempts,
    IReadOnlyList<Bubble> Reply,
    string? Fault,
    IReadOnlyList<Delivery>? Copies,
    string? Url,
    long LastSeq);
