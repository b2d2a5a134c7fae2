using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Talking;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>岗位提醒: shows what the worker is told of, and takes one sentence after the other that changes it.</summary>
internal sealed class ChangeRule(RuleTalk talk) : Dialog<ChangeRule.Draft>, IHearsAtAnyTime
{
    /// <param name="All">The rules as they were shown last.</param>
    /// <param name="Shown">The one that is spoken of; null while any of several may be meant.</param>
    /// <param name="Pending">A sentence, while it is asked to which rule it belongs, or in which city it means.</param>
    public sealed record Draft(IReadOnlyList<RuleIsKept> All, RuleIsKept? Shown = null, string? Pending = null)
    {
        /// <summary>The place of the pending sentence of which there are several; null when there is none.</summary>
        public UnclearPlace? Unclear { get; init; }
    }

    /// <summary>要, behind rules that were ended.</summary>
    public const string TakeUpKey = DialogName + ":again";

    private const string DialogName = "vacancies/rule";

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["rule"] = new(draft => draft.Shown, TakeAsync),
        ["rules"] = new(draft => new RulesAreKept(draft.All), TakeAsync),
        ["which"] = new(draft => new WhichRule(draft.All), TakeWhichAsync),
        ["place"] = new(draft => draft.Unclear is { } unclear ? new WhichPlace(unclear.Name, unclear.Names) : null, TakePlaceAsync),
    };

    /// <summary>Whether a sentence tells the end, a rest or another pace; what the work should be may belong to a search as well.</summary>
    public bool Hears(string text) => talk.CueIn(text) is RuleCue.Stop or RuleCue.Found or RuleCue.Pause or RuleCue.Weekly or RuleCue.Daily or RuleCue.Still;

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

        return await talk.TryBeginAsync(input, place: null, ct) is { } begun ? await BegunAsync(begun, input.Text, input, ct) : Done(new NoRuleYet());
    }

    /// <param name="text">The sentence from which it began.</param>
    private async Task<Turn> BegunAsync(RuleOutcome begun, string text, Input input, CancellationToken ct)
    {
        var turn = After(begun, new Draft(begun.Said is RuleIsKept kept ? [kept] : []), text);
        return begun.Unclear is null ? await talk.WithConsentAsync(turn, input, ct) : turn;
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

    private async Task<Turn> TakePlaceAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (Choice.Read(input.Text.TrimEnd('的'), draft.Unclear!.Names) is not { } index) return await TakeAsync(draft with { Unclear = null, Pending = null }, input, ct);

        var (said, code) = (input with { Text = draft.Pending!, FullText = draft.Pending! }, draft.Unclear.Codes[index]);
        var next = draft with { Unclear = null, Pending = null };
        if (draft.All.Count == 0) return await talk.TryBeginAsync(said, code, ct) is { } begun ? await BegunAsync(begun, said.Text, input, ct) : Again();

        return await talk.TakeAsync(said, draft.Shown?.Owner, ct, code) is { } outcome ? After(outcome, next, said.Text) : Again();
    }

    private Turn Show(IReadOnlyList<RuleIsKept> all) => all is [var only] ? Ask("rule", new Draft(all, only)) : Ask("rules", new Draft(all));

    private Turn After(RuleOutcome outcome, Draft before, string text) => outcome switch
    {
        { IsOver: true } => outcome.Leave(),
        { Unclear: { } unclear } => Ask("place", before with { Pending = text, Unclear = unclear }),
        { Said: WhichRule which } => Ask("which", new Draft(which.Rules, Shown: null, text)),
        { Said: RulesAreKept kept } => Ask("rules", new Draft(kept.Rules)),
        { Said: RuleIsKept shown } => Ask("rule", before with { Shown = shown, Pending = null }),
        _ => Ask(before.Shown is null ? "rules" : "rule", before, outcome.Said),
    };

    private static int? OwnerIn(string key) =>
        int.TryParse(key.AsSpan(TakeUpKey.Length).TrimStart('-'), CultureInfo.InvariantCulture, out var owner) ? owner : null;
}
