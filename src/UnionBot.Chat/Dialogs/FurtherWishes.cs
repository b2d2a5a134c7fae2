using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Dialogs;

/// <summary>What else a message wanted than was served first.</summary>
internal static class FurtherWishes
{
    /// <summary>您刚才还提到…，现在办吗？</summary>
    /// <returns>False when nothing else was wanted.</returns>
    public static bool TryOffer(Exchange exchange, Vocabulary vocabulary)
    {
        if (exchange.State.Further is not [var next, ..] further) return false;

        var words = exchange.State.FurtherWords is [var said, ..] ? said : null;
        exchange.State = exchange.State with { Further = [.. further.Skip(1)], FurtherWords = [.. exchange.State.FurtherWords.Skip(1)] };
        if (IntentNames.Find(next) is not { } intent || vocabulary.WishOf(intent) is not { } wish) return TryOffer(exchange, vocabulary);

        exchange.Show(
            ListKind.Which,
            new NextWish(wish.Title, [.. exchange.State.Further.Select(name => TitleOf(name, vocabulary)).OfType<string>()]),
            new ShownChoice(wish.Title, ChoiceAct.Serve, next),
            new ShownChoice("", ChoiceAct.Keep));
        exchange.State = exchange.State with { Shown = exchange.State.Shown! with { About = words } };
        exchange.RememberOffer(exchange.State.Shown);
        return true;
    }

    private static string? TitleOf(string name, Vocabulary vocabulary) =>
        IntentNames.Find(name) is { } intent ? vocabulary.WishOf(intent)?.Title : null;
}
