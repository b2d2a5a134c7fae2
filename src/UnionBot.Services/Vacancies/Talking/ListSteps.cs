using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>What is said over a list, or over one vacancy of it: a number, a question, a command, a further condition.</summary>
internal sealed class ListSteps(
    VacancyFinder finder, IVacancySearch search, PostAnswers answers, PlaceSteps places, CallSteps calls, RuleSteps rules)
{
    /// <summary>A command is short: longer sentences that hold its words say more than it.</summary>
    public const int LongestCommand = 12;

    public async Task<Turn> TakeAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (input is { Kind: InputKind.Voice, Text: "" }) return VacancyTurns.Again(new CannotListen());
        if (input.Place is { } sent) return await places.TakeOverListAsync(draft, sent, input, ct);
        if (input.IsThanks) return VacancyTurns.Done(new YouAreWelcome());
        if (await rules.TryEndAsync(draft, input, ct) is { } ended) return ended;
        if (input.NamedDialog is not null) return VacancyTurns.Again();
        if (await rules.TryKeepAsync(draft, input, ct) is { } kept) return kept;
        if (await calls.TryChangePhoneAsync(draft, input, ct) is { } changed) return changed;
        if (draft.Page is { } page && Chosen(page.Cards, input.Text) is { } card) return await finder.OpenAsync(draft, card.Id, input, ct);
        return await TakeWordsAsync(draft, input, ct);
    }

    public async Task<Turn> TakeSimilarAsync(VacancyDraft draft, Input input, CancellationToken ct) =>
        Chosen(draft.Similar, input.Text) is { } card
            ? await finder.OpenAsync(draft, card.Id, input, ct)
            : await TakeAsync(draft with { Page = null, Open = null }, input, ct);

    /// <summary>By number or by the whole title: a part of one (保洁) may as well be another wish.</summary>
    public static VacancyCard? Chosen(IReadOnlyList<VacancyCard> cards, string text) =>
        Choice.Read(text, cards.Count) is { } index ? cards[index] : cards.FirstOrDefault(c => c.Title == text);

    private async Task<Turn> TakeWordsAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var (about, read) = finder.Read(draft, input);
        if (draft.Open is { } open && answers.Find(open, input.Text) is { } answer)
            return answer.IsAboutTraits ? VacancyFinder.AsFarAsRead(read, VacancyTurns.Say(draft, answer)) : VacancyTurns.Say(draft, answer);
        if (await TryAnswerOverListAsync(draft, read, input, ct) is { } overList) return VacancyFinder.AsFarAsRead(read, overList);
        if (read.Cues.HasFlag(Cue.Advert)) return VacancyTurns.Say(draft, new NoAdvertising());
        if (read.Cues.HasFlag(Cue.Restart) && !read.IsWish) return VacancyTurns.Ask("wish", new VacancyDraft(read.Wish) { Who = about.Who });
        if (input.Text.Length <= LongestCommand && await TryObeyAsync(draft, read.Cues, input, ct) is { } obeyed) return VacancyFinder.AsFarAsRead(read, obeyed);
        if (read.IsWish) return VacancyFinder.AsFarAsRead(read, await finder.GoOnAsync(about with { Seen = [] }, read, input, ct));
        if (about.Who != draft.Who) return VacancyFinder.AsFarAsRead(read, await AboutAsync(about, input, ct));
        return read.Untold is { } untold ? VacancyTurns.Say(draft, new PostsDoNotTell(untold, Lists: false)) : VacancyTurns.Again();
    }

    /// <summary>给媳妇找: of what is wanted nothing was said, now or before.</summary>
    private async Task<Turn> AboutAsync(VacancyDraft about, Input input, CancellationToken ct) =>
        about.Wish.Trades.Count == 0 ? VacancyTurns.Ask("wish", about) : await finder.SearchAsync(about, input, ct);

    /// <summary>有五险吗 over a list asks about all of it; with another trade or place in it, it is another wish.</summary>
    private async Task<Turn?> TryAnswerOverListAsync(VacancyDraft draft, ReadWish read, Input input, CancellationToken ct)
    {
        if (draft is not { Open: null, Page.Cards: { Count: > 0 } cards } || answers.AskedOver(input.Text) is not (not VacancyTraits.None and var asked)) return null;
        if (!read.Wish.IsAboutSameWorkAs(draft.Wish)) return null;

        var shown = new List<VacancyDetail>();
        foreach (var card in cards)
        {
            if (await search.OpenAsync(card.Id, input.At, ct) is { } detail) shown.Add(detail);
        }

        return shown.Count == cards.Count ? VacancyTurns.Say(draft, answers.Over(shown, asked)) : null;
    }

    private async Task<Turn?> TryObeyAsync(VacancyDraft draft, Cue cues, Input input, CancellationToken ct)
    {
        if (cues.HasFlag(Cue.Report)) return ReportSteps.Ask(draft);
        if (cues.HasFlag(Cue.Checklist)) return VacancyTurns.Say(draft, new SigningChecklist());
        if (cues.HasFlag(Cue.Contact)) return await calls.ContactAsync(draft, input, ct);
        if (cues.HasFlag(Cue.Another)) return await finder.ShowMoreAsync(draft, input, ct);
        if (cues.HasFlag(Cue.NextPerson) && draft.Others is [var next, ..]) return await finder.SearchAsync(draft.GoOnWith(next), input, ct);
        return cues.HasFlag(Cue.Nearer) ? await places.ComeNearerAsync(draft, input, ct) : null;
    }
}
