using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Dialogs;

/// <summary>Finds what a bare yes belongs to when something else was said since it was offered: 要 two messages later.</summary>
internal sealed class LateYes(Choices choices)
{
    private static readonly ShownChoice Neither = new("", ChoiceAct.Keep);

    /// <summary>Whether the words are a yes, and something was offered not long ago.</summary>
    public static bool IsIn(Exchange exchange) =>
        !exchange.Input.IsThanks && YesNo.Read(exchange.Input.Text) is true && OpenOffers(exchange).Count > 0;

    /// <summary>Takes the offer; asks, where a question is open too or there are two.</summary>
    /// <returns>False when nothing was offered lately, or the words are no yes.</returns>
    public async Task<bool> TryAsync(Exchange exchange, CancellationToken ct)
    {
        if (!IsIn(exchange)) return false;

        var offers = OpenOffers(exchange);
        exchange.State = exchange.State with { Offers = [], Misses = 0 };
        if (offers is [var only])
        {
            await TakeAsync(exchange, only, ct);
            return true;
        }

        exchange.Show(
            ListKind.Which, new WhichWish([.. offers.Select(o => o.Choices[0].Name)]), [.. offers.Select(o => o.Choices[0]), Neither]);
        return true;
    }

    private async Task TakeAsync(Exchange exchange, ShownList offer, CancellationToken ct)
    {
        var choice = offer.Choices[0];
        if (exchange.State.Waiting is null)
        {
            exchange.State = exchange.State with { Shown = offer };
            await choices.ActAsync(exchange, choice, ct);
            return;
        }

        exchange.Show(ListKind.Which, new ConfirmChoice(choice.Name), choice, Neither);
        exchange.State = exchange.State with { Shown = exchange.State.Shown! with { About = offer.About } };
    }

    private static List<ShownList> OpenOffers(Exchange exchange) =>
        [.. exchange.State.Offers.Where(offer => exchange.Input.At - offer.At <= exchange.Options.Pause)];
}
