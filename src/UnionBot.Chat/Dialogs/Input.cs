using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Dialogs;

/// <summary>One thing a person said or did.</summary>
/// <param name="From">Who it was.</param>
/// <param name="Text">
/// The words, trimmed, in NFKC form (full-width digits become half-width), identity, bank and phone numbers masked;
/// "" when nothing was written.
/// </param>
/// <param name="At">When the platform took it in, not when we read it; UTC.</param>
public sealed record Input(Speaker From, string Text, DateTimeOffset At)
{
    public InputKind Kind { get; init; } = InputKind.Text;

    /// <summary>Whether words came, typed or by a tap on a choice that a message of ours offered.</summary>
    public bool IsWords => Kind is InputKind.Text or InputKind.ChoiceTap;

    /// <summary>
    /// The same words with the numbers that <see cref="Text"/> hides. Only the turn that answers the message sees it;
    /// it is never kept: copy a number only into an encrypted field meant for it.
    /// </summary>
    public string FullText { get; init; } = Text;

    /// <summary>
    /// For a tap on the account's menu its key, for a scan or a first follow the scene, for a chosen entry of a push its
    /// <c>dialog:argument</c>; null otherwise.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Where the person is or points to; null unless a location was sent. GCJ-02 degrees as given.</summary>
    public GeoPoint? Place { get; init; }

    /// <summary>Our key of a photo, voice or file; null when there is none.</summary>
    public long? MediaId { get; init; }

    /// <summary>The dialog that the whole text opens; null when it opens none.</summary>
    public string? NamedDialog { get; init; }

    /// <summary>Whether the whole text is thanks or a nod: 谢谢, 好的.</summary>
    public bool IsThanks { get; init; }

    /// <summary>
    /// Whether the words, as far as they can be understood, are surely a wish or small talk: 我要找工作, 今天天气不错.
    /// They may answer an open question all the same.
    /// </summary>
    public bool IsFreeWish { get; init; }

    /// <summary>Whether the words ask something, as far as that can be told: 疗休养咋报名.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>
    /// Whether the words are no answer where free words are asked for (a name, a code, a story). Such a step then says
    /// <c>Again()</c>: a dialog that was named begins or repeats its question, after thanks the step asks once more.
    /// </summary>
    public bool IsAside => IsThanks || NamedDialog is not null;

    /// <summary>What the words want, or what was chosen of two guesses; null when it was not told surely.</summary>
    public Intent? Intent { get; init; }

    /// <summary>
    /// The words, numbers masked, of which the bot had guessed what was meant, when one of its guesses was chosen, or none; null otherwise.
    /// </summary>
    public string? Guessed { get; init; }

    /// <summary>True when something else can be made of the words, too: only a sure answer is wanted.</summary>
    public bool OnlyIfSure { get; init; }

    /// <summary>True when an answer is to be said again in few and plain words.</summary>
    public bool Simply { get; init; }

    /// <summary>The keys of what the last answer offered; empty when something else was said since, or long ago.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>True when the talk was lately about law or hardship, or went to a person.</summary>
    public bool IsPrivateTalk { get; init; }

    /// <summary>True while a member of staff owns the talk: then the bot is silent, but for crisis words.</summary>
    public bool StaffOwnsTalk { get; init; }
}

/// <summary>A place on the map, in GCJ-02 degrees, with the name the platform gave it ("" when none).</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude, string Label);

public enum InputKind
{
    Text,

    /// <summary>A tap on the account's own menu; <see cref="Input.Key"/> names the entry.</summary>
    MenuTap,

    /// <summary>The person began to follow; <see cref="Input.Key"/> is the scene of the QR code, if any.</summary>
    Followed,

    /// <summary>A follower scanned a QR code; <see cref="Input.Key"/> is its scene.</summary>
    Scanned,
    Photo,
    Voice,
    Video,
    File,
    Location,
    Link,

    /// <summary>A tap on a choice that a message of ours offered; its words are the text. Opens no window for answers.</summary>
    ChoiceTap,
}
