using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>Something to be said to a person, before it is worded.</summary>
/// <param name="Occasion">
/// Why it is said, such as <c>legal-aid/reminder/42</c>. A person hears of one occasion at most once.
/// </param>
/// <param name="DueOn">
/// A moment that belongs to the occasion, not to its making: decides the ledger's partition. Not sent before; a reminder that would be
/// due in the quiet hours comes in the evening before. UTC.
/// </param>
/// <param name="NotAfter">From this moment on it is no longer worth saying, and expires unsent. UTC.</param>
public sealed record OutboundDraft(
    PersonId To, string Occasion, IReply Reply, DateTimeOffset DueOn, DateTimeOffset NotAfter)
{
    /// <summary>Decides by which ways it may go, and what may hold it.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>What is said behind it in the same message.</summary>
    public IReadOnlyList<IReply> Further { get; init; } = [];

    /// <summary>
    /// The same in short fields, one <c>name: value</c> a line, for when the person's chat is closed to free words; null
    /// when it can wait until they write.
    /// </summary>
    public IReply? Notice { get; init; }
}
