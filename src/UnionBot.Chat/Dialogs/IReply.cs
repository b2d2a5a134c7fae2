namespace UnionBot.Chat.Dialogs;

/// <summary>
/// Something the bot says. The record carries the facts; the wording is the template of the same name:
/// <c>Services.LegalAid.OfferSlots</c> is worded by <c>templates/replies/legal-aid/offer-slots.hbs</c>.
/// A reply with facts is <see cref="ISampled{TSelf}"/> too.
/// </summary>
public interface IReply;

/// <summary>A reply that shows a numbered list, answered by number, by name or by tap.</summary>
public interface IChoiceReply : IReply
{
    /// <summary>The names of the entries in the order shown; the first is number 1.</summary>
    IReadOnlyList<string> Choices { get; }

    /// <summary>
    /// The entries (the first is 0) that cancel or delete something: the bot names one and asks before the dialog hears of it.
    /// Leave it empty where the dialog asks for confirmation itself.
    /// </summary>
    IReadOnlyList<int> Destructive => [];
}
