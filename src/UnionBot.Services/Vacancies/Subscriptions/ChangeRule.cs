using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>岗位提醒: shows what the worker is told of, and takes one sentence after the other that changes it.</summary>
internal sealed class ChangeRule(RuleTalk talk) : Dialog<ChangeRule.Draft>
{
    /// <param name="Shown">The rule as it was shown last.</param>
    public sealed record Draft(RuleIsKept Shown);

    public override string Name => "vacancies/rule";

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["rule"] = new(draft => draft.Shown, TakeAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (await talk.FirstAsync(input, ct) is not { } rule) return Done(new NoRuleYet());

        return await talk.TakeAsync(input, rule.Owner, ct) is { } outcome ? After(outcome, rule) : Ask("rule", new Draft(rule));
    }

    private async Task<Turn> TakeAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (input.IsThanks) return Done(new YouAreWelcome());
        return await talk.TakeAsync(input, draft.Shown.Owner, ct) is { } outcome ? After(outcome, draft.Shown) : Again();
    }

    private Turn After(RuleOutcome outcome, RuleIsKept before) => outcome switch
    {
        { IsOver: true } => Done(outcome.Said),
        { Said: RuleIsKept shown } => Ask("rule", new Draft(shown)),
        _ => Ask("rule", new Draft(before), outcome.Said),
    };
}
