using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>
/// 找工作: one sentence says what is wanted, a list of three answers it, and any further sentence changes the wish. A
/// number opens a vacancy; from there an officer can be asked to call.
/// </summary>
internal sealed class FindVacancy(
    VacancyFinder finder, IWishReader reader, PlaceSteps places, ListSteps list, CallSteps calls, RuleSteps rules, ReportSteps reports)
    : Dialog<VacancyDraft>
{
    public override string Name => "vacancies/find";

    protected override IReadOnlyDictionary<string, Step<VacancyDraft>> Steps => new Dictionary<string, Step<VacancyDraft>>
    {
        ["wish"] = At("wish", TakeWishAsync),
        ["where"] = At("where", (draft, input, _) => Task.FromResult(TakeWhere(draft, input))),
        ["pay"] = At("pay", TakePayAsync),
        ["place"] = At("place", (draft, input, ct) => places.TakePlaceAsync(draft, input, ct)),
        ["near"] = At("near", (draft, input, ct) => places.TakeLocationAsync(draft, input, ct)),
        ["sent"] = At("sent", (draft, input, ct) => places.TakeSentAsync(draft, input, ct)),
        ["list"] = At("list", TakeFromListAsync),
        ["detail"] = At("detail", TakeFromListAsync),
        ["similar"] = At("similar", (draft, input, ct) => list.TakeSimilarAsync(draft, input, ct)),
        ["phone"] = At("phone", async (draft, input, ct) => await calls.TryTakePhoneAsync(draft, input, ct) ?? await TakeFromListAsync(draft, input, ct)),
        ["rule"] = At("rule", async (draft, input, ct) => await rules.TryTakeAsync(draft, input, ct) ?? await TakeFromListAsync(draft, input, ct)),
        ["reason"] = At("reason", async (draft, input, ct) => await reports.TryTakeReasonAsync(draft, input, ct) ?? await TakeFromListAsync(draft, input, ct)),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var (draft, read) = finder.Read(new VacancyDraft(new VacancyWish()), input);
        if (read.Cues.HasFlag(Cue.Advert)) return Done(new NoAdvertising());

        draft = draft with { Wish = read.Wish };
        if (read.Cues.HasFlag(Cue.Anything) && !read.IsWish) return Ask("where", draft);
        return read.IsWish || read.Cues.HasFlag(Cue.Nearer) ? await finder.GoOnAsync(draft, read, input, ct) : Ask("wish", draft);
    }

    private async Task<Turn> TakeWishAsync(VacancyDraft before, Input input, CancellationToken ct)
    {
        if (input is { Kind: InputKind.Voice, Text: "" }) return Again(new CannotListen());
        if (input.Place is { } sent) return await finder.SearchAsync(before with { Wish = before.Wish with { Near = sent } }, input, ct);

        var (draft, read) = finder.Read(before, input);
        if (read.IsWish) return VacancyFinder.AsFarAsRead(read, await finder.GoOnAsync(draft, read, input, ct));
        if (read.Untold is { } untold) return Ask("wish", draft, new PostsDoNotTell(untold, Lists: false));
        if (read.Cues.HasFlag(Cue.Anything)) return Ask("where", draft);
        return input.IsAside || !IsTitle(input.Text)
            ? Again()
            : await finder.SearchAsync(draft with { Wish = draft.Wish with { Words = input.Text } }, input, ct) with { IsLoose = true };
    }

    private Turn TakeWhere(VacancyDraft draft, Input input)
    {
        if (input.Place is { } sent) return Ask("pay", draft with { Wish = draft.Wish with { Near = sent } });

        var read = reader.Read(input.Text, input.At, draft.Wish);
        if (read.Unclear is not null) return Ask("place", draft with { Wish = read.Wish, Unclear = read.Unclear, PayIsNext = true });
        return read.IsWish || read.Cues.HasFlag(Cue.Anything)
            ? VacancyFinder.AsFarAsRead(read, Ask("pay", draft with { Wish = read.Wish }))
            : Again();
    }

    private async Task<Turn> TakePayAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var read = reader.Read(input.Text, input.At, draft.Wish);
        var isAnswer = read.IsWish || read.Cues.HasFlag(Cue.Anything) || YesNo.Read(input.Text) is false;
        return isAnswer ? VacancyFinder.AsFarAsRead(read, await finder.SearchAsync(draft with { Wish = read.Wish }, input, ct)) : Again();
    }

    private Task<Turn> TakeFromListAsync(VacancyDraft draft, Input input, CancellationToken ct) => list.TakeAsync(draft, input, ct);

    private static Step<VacancyDraft> At(string step, Func<VacancyDraft, Input, CancellationToken, Task<Turn>> take) =>
        new(draft => VacancyTurns.Question(step, draft), take);

    /// <summary>A few characters that are no sentence may be a title of work that nobody has listed.</summary>
    private static bool IsTitle(string text) => text.Length is >= 2 and <= 8 && text.All(char.IsLetterOrDigit) && YesNo.Read(text) is null;
}
