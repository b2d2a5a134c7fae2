namespace UnionBot.Sandbox.Pushes;

/// <summary>One try to hand over a push.</summary>
/// <param name="Status">HTTP status, or null when no answer came in time.</param>
/// <param name="Problem">Why the try failed; null = it did not.</param>
internal sealed record Attempt(int Number, int? Status, long Millis, string? Problem);

/// <summary>What became of a push.</summary>
/// <param name="Reply">The answer to show; null when the bot had nothing to say or the push failed.</param>
/// <param name="Fault">Why the follower reads that the service is out of order; null = it is not.</param>
internal sealed record Delivery(IReadOnlyList<Attempt> Attempts, PassiveReply? Reply, string? Fault)
{
    public long Millis => Attempts.Sum(attempt => attempt.Millis);
}
