using UnionBot.Chat.Dialogs;
using UnionBot.Services.Vacancies.Subscriptions;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>要, in a talk about work: a rule of the wish, and what is said of it then.</summary>
internal sealed class RuleSteps(RuleTalk rules, IWishReader reader)
{
    private const Cue AboutList = Cue.Another | Cue.Contact | Cue.Checklist | Cue.Report;

    /// <summary>From now on new ones are told; what was said for somebody else in the same breath is a rule of its own.</summary>
    /// <returns>Null when something else is said.</returns>
    public async Task<Turn?> TryKeepAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (draft.Page is null || rules.CueIn(input.Text) is not RuleCue.Keep) return null;

        var before = new List<IReply>();
        foreach (var other in draft.Others.Where(other => !other.IsShown))
        {
            before.Add(await rules.KeepAsync(input, new KeptWish(other.Wish, other.Who), [], ct));
        }

        var kept = await rules.KeepAsync(input, new KeptWish(draft.Wish, draft.Who), draft.Seen, ct);
        var shown = draft.Others.Select(other => other with { IsShown = true });
        return await rules.WithConsentAsync(VacancyTurns.Ask("rule", draft with { Rule = kept, Others = [.. shown] }, [.. before]), input, ct);
    }

    /// <summary>不找了 in a talk that has led to a rule: nothing more is looked for.</summary>
    public async Task<Turn?> TryEndAsync(VacancyDraft draft, Input input, CancellationToken ct) =>
        draft.Rule is { } rule && rules.CueIn(input.Text) is RuleCue.Stop or RuleCue.Found
            ? (await rules.TakeAsync(input, rule.Owner, ct))?.Leave()
            : null;

    /// <returns>Null for what says nothing of the rule and is about the list: a number, 换一批.</returns>
    public async Task<Turn?> TryTakeAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (await TryEndAsync(draft, input, ct) is { } ended) return ended;
        if (input.IsThanks || draft.Rule is not { } rule || IsForList(draft, input)) return null;
        if (await rules.TakeAsync(input, rule.Owner, ct) is not { } outcome) return null;

        return outcome.Said is RuleIsKept changed ? VacancyTurns.Ask("rule", draft with { Rule = changed }) : VacancyTurns.Say(draft, outcome.Said);
    }

    private bool IsForList(VacancyDraft draft, Input input)
    {
        var read = reader.Read(input.Text, input.At, draft.Wish);
        return (draft.Page is { } page && ListSteps.Chosen(page.Cards, input.Text) is not null)
            || read.Others is not null
            || (reader.SeekerIn(input.Text, draft.People) is { } seeker && seeker.Who != draft.Who)
            || (read.Cues & AboutList) != Cue.None;
    }
}
