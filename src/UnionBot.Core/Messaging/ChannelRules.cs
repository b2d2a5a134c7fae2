namespace UnionBot.Core.Messaging;

/// <summary>What the words for one channel must fit into.</summary>
/// <param name="Channel">Stored name of the channel.</param>
/// <param name="MaxBytes">The most UTF-8 bytes that one message may have.</param>
/// <param name="Cut">Cuts a text to at most the given number of UTF-8 bytes; what is left over is null when all fits.</param>
public sealed record ChannelRules(string Channel, int MaxBytes, Func<string, int, (string Head, string? Left)> Cut)
{
    /// <summary>Whether the platform counts what is sent, see <see cref="QuotaLedger"/>; a page of our own takes everything.</summary>
    public bool IsMetered { get; init; }
}
