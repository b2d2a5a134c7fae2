using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>The questions about places: which of two 市中区, from where, and whether a place that was sent counts.</summary>
internal sealed class PlaceSteps(VacancyFinder finder)
{
    public async Task<Turn> TakePlaceAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var unclear = draft.Unclear!;
        if (Choice.Read(input.Text, unclear.Names) is not { } index) return await finder.RefineAsync(draft, input, ct);

        var next = draft with { Wish = draft.Wish with { Regions = [.. draft.Wish.Regions.Append(unclear.Codes[index])] }, Unclear = null };
        return next.PayIsNext ? VacancyTurns.Ask("pay", next with { PayIsNext = false }) : await finder.SearchAsync(next, input, ct);
    }

    public async Task<Turn> TakeLocationAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (input.Place is { } sent) return await finder.SearchAsync(draft with { Wish = From(sent, draft.Wish), Seen = [] }, input, ct);
        if (YesNo.Read(input.Text) is false) return await finder.SearchAsync(draft with { Seen = [] }, input, ct);

        return await finder.RefineAsync(draft, input, ct);
    }

    public async Task<Turn> TakeSentAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (Choice.Read(input.Text, count: 2) is not { } index) return await finder.RefineAsync(draft, input, ct);

        var wish = index == 0 ? draft.Wish with { Near = draft.Sent, Regions = [], Quarter = null } : draft.Wish;
        return await finder.SearchAsync(draft with { Wish = wish, Sent = null, Seen = [] }, input, ct);
    }

    /// <summary>A place was sent over a list.</summary>
    public async Task<Turn> TakeOverListAsync(VacancyDraft draft, GeoPoint sent, Input input, CancellationToken ct) =>
        draft.Wish is { Regions: [], Quarter: null }
            ? await finder.SearchAsync(draft with { Wish = draft.Wish with { Near = sent }, Seen = [] }, input, ct)
            : VacancyTurns.Ask("sent", draft with { Sent = sent });

    /// <summary>From a place that was sent the nearest come first; without one it is asked for.</summary>
    public async Task<Turn> ComeNearerAsync(VacancyDraft draft, Input input, CancellationToken ct) => draft.Wish.Near is null
        ? VacancyTurns.Ask("near", draft)
        : await finder.SearchAsync(draft with { Wish = draft.Wish with { Nearest = true, ByPay = false }, Seen = [] }, input, ct);

    /// <summary>Whoever said how far hears of all within; else the nearest come first, whatever order was wanted before.</summary>
    private static VacancyWish From(GeoPoint sent, VacancyWish wish) =>
        wish with { Near = sent, Nearest = wish.Reach is null, ByPay = wish.ByPay && wish.Reach is not null, Regions = [], Quarter = null };
}
