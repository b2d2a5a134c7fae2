using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>岗位提醒: shows what the worker is told of, and takes one sentence after the other that changes it.</summary>
internal sealed class ChangeRule(RuleTalk talk) : Dialog<ChangeRule.Draft>
{
    /// <param name="Shown">The rule as it was shown last.</param>
    public sealed record Draft(RuleIsKept Shown);

    /// <summary>要, behind rules that were ended.</summary>
    public const string TakeUpKey = DialogName + ":again";

    private const string DialogName = "vacancies/rule";

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["rule"] = new(draft => draft.Shown, TakeAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (input.Key == TakeUpKey) await talk.TakeUpAsync(input, ct);
        if (await talk.FirstAsync(input, ct) is { } rule)
            return await talk.TakeAsync(input, rule.Owner, ct) is { } outcome ? After(outcome, rule) : Ask("rule", new Draft(rule));

        return talk.CueIn(input.Text) switch
        {
            RuleCue.Found => (await talk.SayFoundAsync(input.From.Id, input.At, ct)).Leave(),
            RuleCue.Stop => Done(new RulesAreStopped(WasTold: false)),
            _ => Done(new NoRuleYet()),
        };
    }

    private async Task<Turn> TakeAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (input.IsThanks) return Done(new YouAreWelcome());
        return await talk.TakeAsync(input, draft.Shown.Owner, ct) is { } outcome ? After(outcome, draft.Shown) : Again();
    }

    private Turn After(RuleOutcome outcome, RuleIsKept before) => outcome switch
    {
        { IsOver: true } => outcome.Leave(),
        { Said: RuleIsKept shown } => Ask("rule", new Draft(shown)),
        _ => Ask("rule", new Draft(before), outcome.Said),
    };
}
