using System.Text.Json.Serialization;

namespace UnionBot.Chat.Dialogs;

/// <summary>The numbered list the person was shown last: a bare number belongs to it.</summary>
/// <param name="At">When it was shown; UTC.</param>
public sealed record ShownList(ListKind Kind, IReadOnlyList<ShownChoice> Choices, DateTimeOffset At)
{
    /// <summary>The words, as in <c>Input.Text</c>, of which it asks what was meant; the choice is served with them. Null for other lists.</summary>
    public string? About { get; init; }

    /// <summary>The list of the last of a dialog's replies, which holds its question; null when that shows none.</summary>
    internal static ShownList? In(IReadOnlyList<IReply> replies, DateTimeOffset at) =>
        replies is [.., var last] ? In(last, at) : null;

    /// <inheritdoc cref="In(IReadOnlyList{IReply}, DateTimeOffset)"/>
    internal static ShownList? In(IReply reply, DateTimeOffset at)
    {
        if (reply is not IChoiceReply list) return null;

        var choices = list.Choices.Select(
            (name, i) => new ShownChoice(name, ChoiceAct.Answer, Destructive: list.Destructive.Contains(i)));
        return new ShownList(ListKind.Dialog, [.. choices], at);
    }
}

/// <summary>One entry of a shown list.</summary>
/// <param name="Name">How it was shown; "" where only a number, yes or no answers.</param>
/// <param name="Target">What the act is about: a dialog to open (<c>name</c> or <c>name:argument</c>), or an answer to give.</param>
/// <param name="Destructive">It cancels or deletes something: asked once more before it is done.</param>
/// <param name="Says">As in <see cref="PushChoice"/>.</param>
public sealed record ShownChoice(string Name, ChoiceAct Act, string? Target = null, bool Destructive = false, bool? Says = null);

/// <summary>Which question a shown list belongs to. Kept by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ListKind>))]
public enum ListKind
{
    /// <summary>The question of the waiting dialog.</summary>
    Dialog,

    Menu,

    /// <summary>What a dialog that is over offers next.</summary>
    Offer,

    /// <summary>要继续吗？</summary>
    Continue,

    /// <summary>Which of two was meant, or whether a destructive choice was.</summary>
    Which,
}

/// <summary>What choosing an entry does. Kept by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChoiceAct>))]
public enum ChoiceAct
{
    /// <summary>The waiting dialog gets the answer.</summary>
    Answer,

    Open,

    /// <summary>What the intent wants that the target names.</summary>
    Serve,

    /// <summary>The waiting dialog goes on with its question.</summary>
    Continue,

    /// <summary>The waiting dialog is left.</summary>
    Drop,

    /// <summary>Everything stays as it is.</summary>
    Keep,

    /// <summary>Somebody is in the danger that the target names: a person is called.</summary>
    Alarm,
}
