using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>岗位提醒: shows what the worker is told of, and takes one sentence after the other that changes it.</summary>
internal sealed class ChangeRule(RuleTalk talk) : Dialog<ChangeRule.Draft>
{
    /// <param name="All">The rules as they were shown last.</param>
    /// <param name="Shown">The one that is spoken of; null while any of several may be meant.</param>
    /// <param name="Pending">A sentence, while it is asked to which rule it belongs.</param>
    public sealed record Draft(IReadOnlyList<RuleIsKept> All, RuleIsKept? Shown = null, string? Pending = null);

    /// <summary>要, behind rules that were ended.</summary>
    public const string TakeUpKey = DialogName + ":again";

    private const string DialogName = "vacancies/rule";

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["rule"] = new(draft => draft.Shown, TakeAsync),
        ["rules"] = new(draft => new RulesAreKept(draft.All), TakeAsync),
        ["which"] = new(draft => new WhichRule(draft.All), TakeWhichAsync),
    };

    /// <summary>The same for one of them.</summary>
    public static string TakeUpOf(int owner) => string.Create(CultureInfo.InvariantCulture, $"{TakeUpKey}-{owner}");

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (input.Key is { } key && key.StartsWith(TakeUpKey, StringComparison.Ordinal)) await talk.TakeUpAsync(input, OwnerIn(key), ct);
        var all = await talk.AllAsync(input, ct);
        if (all.Count == 0) return await BeginWithoutAsync(input, ct);

        return await talk.TakeAsync(input, about: null, ct) is { } outcome ? After(outcome, new Draft(all), input.Text) : Show(all);
    }

    private async Task<Turn> BeginWithoutAsync(Input input, CancellationToken ct)
    {
        switch (talk.CueIn(input.Text))
        {
            case RuleCue.Found: return (await talk.SayFoundAsync(input, owner: null, ct)).Leave();
            case RuleCue.Stop: return Done(new RulesAreStopped(WasTold: false));
            case RuleCue.Still: await talk.TakeUpAsync(input, owner: null, ct); break;
        }

        if (await talk.AllAsync(input, ct) is { Count: > 0 } again) return Show(again);

        return await talk.TryBeginAsync(input, ct) is { } begun
            ? await talk.WithConsentAsync(Ask("rule", new Draft([begun], begun)), input, ct)
            : Done(new NoRuleYet());
    }

    private async Task<Turn> TakeAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (input.IsThanks) return Done(new YouAreWelcome());
        if (draft.Shown is null && Choice.Read(input.Text, draft.All.Count) is { } index) return Ask("rule", draft with { Shown = draft.All[index] });

        if (await talk.TakeAsync(input, draft.Shown?.Owner, ct) is { } outcome) return After(outcome, draft, input.Text);
        return input.NamedDialog == Name ? Show(await talk.AllAsync(input, ct)) : Again();
    }

    private async Task<Turn> TakeWhichAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (Choice.Read(input.Text, draft.All.Count) is not { } index) return await TakeAsync(draft, input, ct);

        var meant = draft with { Shown = draft.All[index], Pending = null };
        var said = input with { Text = draft.Pending!, FullText = draft.Pending! };
        return await talk.TakeAsync(said, meant.Shown.Owner, ct) is { } outcome ? After(outcome, meant, said.Text) : Ask("rule", meant);
    }

    private Turn Show(IReadOnlyList<RuleIsKept> all) => all is [var only] ? Ask("rule", new Draft(all, only)) : Ask("rules", new Draft(all));

    private Turn After(RuleOutcome outcome, Draft before, string text) => outcome switch
    {
        { IsOver: true } => outcome.Leave(),
        { Said: WhichRule which } => Ask("which", new Draft(which.Rules, Shown: null, text)),
        { Said: RulesAreKept kept } => Ask("rules", new Draft(kept.Rules)),
        { Said: RuleIsKept shown } => Ask("rule", before with { Shown = shown, Pending = null }),
        _ => Ask(before.Shown is null ? "rules" : "rule", before, outcome.Said),
    };

    private static int? OwnerIn(string key) =>
        int.TryParse(key.AsSpan(TakeUpKey.Length).TrimStart('-'), CultureInfo.InvariantCulture, out var owner) ? owner : null;
}
