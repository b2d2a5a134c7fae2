using UnionBot.Chat.Dialogs;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>Makes a wish of a sentence, and a list of a wish.</summary>
internal sealed class VacancyFinder(IVacancySearch search, IWishReader reader)
{
    private const int WorkingAge = 16;

    /// <summary>Reads what a sentence wants, and for whom.</summary>
    /// <returns>The draft of the person it is about, whose wish is not changed yet.</returns>
    public (VacancyDraft Draft, ReadWish Read) Read(VacancyDraft draft, Input input)
    {
        var about = reader.SeekerIn(input.Text, draft.People) is { } seeker ? draft.For(seeker.Who) : draft;
        return (about, reader.Read(input.Text, input.At, about.Wish));
    }

    /// <summary>青州云门山门票 names a place of work at most by the way: whatever else it surely wants goes first.</summary>
    public static Turn AsFarAsRead(ReadWish read, Turn turn) => read.IsLoose ? turn with { IsLoose = true } : turn;

    /// <summary>A wish was said: asks what is unclear of it, else looks for it.</summary>
    public async Task<Turn> GoOnAsync(VacancyDraft draft, ReadWish read, Input input, CancellationToken ct)
    {
        if (read.Wish.Age < WorkingAge) return VacancyTurns.Done(new TooYoungToWork());

        var next = (draft with { Wish = read.Wish, Unclear = read.Unclear }).With(read.Others);
        IReply[] before =
        [
            .. read.Cues.HasFlag(Cue.Sensitive) ? [new KeptFromEmployers()] : Array.Empty<IReply>(),
            .. read.Untold is { } untold ? [new PostsDoNotTell(untold, Lists: true)] : Array.Empty<IReply>(),
        ];
        if (read.Unclear is not null) return VacancyTurns.Ask("place", next, before);
        if (next is { PayIsNext: true, Wish.Pay: null }) return VacancyTurns.Ask("pay", next with { PayIsNext = false }, before);
        return NeedsStart(next, read.Cues)
            ? VacancyTurns.Ask("near", next with { IsStartAsked = true }, before)
            : await SearchAsync(next, input, ct, before);
    }

    /// <summary>A further sentence over a question: it may change the wish.</summary>
    public async Task<Turn> RefineAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var (about, read) = Read(draft, input);
        return read.IsWish ? AsFarAsRead(read, await GoOnAsync(about with { Seen = [] }, read, input, ct)) : VacancyTurns.Again();
    }

    public async Task<Turn> SearchAsync(VacancyDraft draft, Input input, CancellationToken ct, params IReply[] before) =>
        VacancyTurns.Ask("list", draft.Show(await search.SearchAsync(draft.Wish, draft.Seen, input.At, ct)), before);

    /// <summary>换一批.</summary>
    public async Task<Turn> ShowMoreAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var page = await search.SearchAsync(draft.Wish, draft.Seen, input.At, ct);
        return page.Cards.Count == 0 ? VacancyTurns.Say(draft, new NoMoreVacancies()) : VacancyTurns.Ask("list", draft.Show(page));
    }

    public async Task<Turn> OpenAsync(VacancyDraft draft, long vacancy, Input input, CancellationToken ct)
    {
        if (await search.OpenAsync(vacancy, input.At, ct) is { } detail) return VacancyTurns.Ask("detail", draft with { Open = detail });
        return VacancyTurns.Ask("similar", draft with { Open = null, Similar = await search.SimilarAsync(vacancy, input.At, ct) });
    }

    /// <summary>离我近的 without any place, or 公交 40 分钟内, and nobody knows from where.</summary>
    private static bool NeedsStart(VacancyDraft draft, Cue cues) => draft.Wish.Near is null && (
        (cues.HasFlag(Cue.Nearer) && draft.Wish is { Regions: [], Quarter: null })
        || draft is { Wish.Reach: not null, IsStartAsked: false });
}
