using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Chat.Understanding.Intents;
using UnionBot.Chat.Understanding.Slots;

namespace UnionBot.Chat.Understanding;

/// <summary>What a message means.</summary>
/// <param name="Intent">What is wanted, of several wishes the first to serve; the best guess when <see cref="Ask"/> is set.</param>
/// <param name="Confidence">How sure that is, from 0 to 1: of messages told with 0.8 about four in five are right.</param>
public sealed record Meaning(Intent Intent, float Confidence)
{
    /// <summary>Further wishes, in the order said.</summary>
    public IReadOnlyList<FurtherWish> Further { get; init; } = [];

    public IReadOnlyList<Intent> Also => [.. Further.Select(wish => wish.Intent)];

    public SlotValues Slots { get; init; } = SlotValues.None;

    /// <summary>The day and the time that the message names, or why it names none.</summary>
    public WhenReading When { get; init; } = new() { Reason = NoWhen.None };

    /// <summary>The two guesses to ask with when the wish is not sure enough to act; null when it is.</summary>
    public (Intent First, Intent Second)? Ask { get; init; }

    /// <summary>The two guesses between which the bot asks instead of acting: danger before any wish. Null when it acts.</summary>
    public (Intent First, Intent Second)? AskBetween =>
        MayBeDanger is not { } feared ? Ask :
        Labels.IntentOf(feared) is var first && first != Intent ? (first, Intent) :
        (first, Ask?.Second ?? Understanding.Intent.Unknown);

    /// <summary>What is at stake when a life may be; null in nearly every message.</summary>
    public CrisisKind? Danger { get; init; }

    /// <summary>What may be at stake, too unsure for an alarm and too grave to pass over: the bot asks. Null in most messages.</summary>
    public CrisisKind? MayBeDanger { get; init; }

    /// <summary>A kind of danger that asks for other help than the one told or feared, and may be meant as well. Null when it is clear.</summary>
    public CrisisKind? OtherDanger { get; init; }
}

/// <summary>A wish beside the first of a message.</summary>
/// <param name="Words">The part of the message that wishes for it, as it was said.</param>
public sealed record FurtherWish(Intent Intent, string Words);
