using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>What one sentence does to the rules of a person: 工资降到三千二, 一周一次, 先别发, 退订.</summary>
internal sealed class RuleTalk(IRuleBook rules, IWishReader reader, RuleWords words, CardWriter cards)
{
    public RuleCue? CueIn(string text) => words.Read(text);

    /// <summary>要: from now on what is new is told.</summary>
    /// <param name="seen">Vacancies that were shown in the talk.</param>
    public async Task<RuleIsKept> KeepAsync(Input input, KeptWish wish, IReadOnlyList<long> seen, CancellationToken ct) =>
        Show(await rules.KeepAsync(input.From.Id, wish, seen, input.At, ct), input.At);

    /// <param name="owner">The rule that a further sentence changes.</param>
    /// <returns>What to say, and whether all is stopped; null when the sentence says nothing of it.</returns>
    public async Task<RuleOutcome?> TakeAsync(Input input, RuleOwner owner, CancellationToken ct)
    {
        var person = input.From.Id;
        switch (words.Read(input.Text))
        {
            case RuleCue.Stop: return await EndAsync(person, input.At, ct);
            case RuleCue.Found: return await SayFoundAsync(person, input.At, ct);
            case RuleCue.Pause: return await PauseAsync(person, input.At, ct);
            case RuleCue.Weekly: return await SendEveryAsync(person, 7, owner, input.At, ct);
            case RuleCue.Daily: return await SendEveryAsync(person, 1, owner, input.At, ct);
            case RuleCue.Still or RuleCue.Keep when await rules.TryGoOnAsync(person, input.At, ct): return new RuleOutcome(await ShownAsync(person, owner, input.At, ct), IsOver: false);
        }

        if (await FindAsync(person, owner, ct) is not { } rule || reader.Read(input.Text, input.At, rule.Kept.Wish) is not { IsWish: true } read) return null;
        return new RuleOutcome(Show(await rules.ChangeAsync(person, owner, read.Wish, input.At, ct), input.At), IsOver: false);
    }

    /// <returns>Null when there is none.</returns>
    public async Task<RuleIsKept?> FirstAsync(Input input, CancellationToken ct) =>
        (await rules.AllAsync(input.From.Id, ct)) is [var first, ..] ? Show(first, input.At) : null;

    /// <summary>已找到, said to a vacancy of a digest.</summary>
    public async Task<RuleOutcome> SayFoundAsync(PersonId person, DateTimeOffset at, CancellationToken ct) =>
        new(new WorkIsFound((await rules.StopAsync(person, RuleState.Found, at, ct)).Count > 0), IsOver: true);

    /// <summary>要, behind rules that were ended.</summary>
    public Task TakeUpAsync(Input input, CancellationToken ct) => rules.TakeUpAsync(input.From.Id, input.At, ct);

    private async Task<KeptRule?> FindAsync(PersonId person, RuleOwner owner, CancellationToken ct) =>
        (await rules.AllAsync(person, ct)).FirstOrDefault(r => r.Owner == owner);

    private async Task<RuleOutcome> EndAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        var ended = await rules.StopAsync(person, RuleState.Ended, at, ct);
        return new RuleOutcome(new RulesAreStopped(ended.Count > 0), IsOver: true)
        {
            TakeUp = words.TakeUp,
            Ended = [.. ended.Select(rule => new RuleIsOver(rule.Kept.Who, cards.Say(rule.Kept.Wish, UnionCalendar.DayOf(at))))],
        };
    }

    private async Task<RuleOutcome> PauseAsync(PersonId person, DateTimeOffset at, CancellationToken ct)
    {
        await rules.StopAsync(person, RuleState.Paused, at, ct);
        return new RuleOutcome(new RulesArePaused(), IsOver: true);
    }

    private async Task<RuleOutcome> SendEveryAsync(PersonId person, short days, RuleOwner owner, DateTimeOffset at, CancellationToken ct)
    {
        await rules.SendEveryAsync(person, days, at, ct);
        return new RuleOutcome(await ShownAsync(person, owner, at, ct), IsOver: false);
    }

    private async Task<IReply> ShownAsync(PersonId person, RuleOwner owner, DateTimeOffset at, CancellationToken ct) =>
        await FindAsync(person, owner, ct) is { } rule ? Show(rule, at) : new NoRuleYet();

    private RuleIsKept Show(KeptRule rule, DateTimeOffset at) =>
        new(rule.Owner, rule.Kept.Who, cards.Say(rule.Kept.Wish, UnionCalendar.DayOf(at)), rule.IsWeekly, rule.IsPaused);
}

/// <param name="IsOver">Nothing is sent any more.</param>
internal sealed record RuleOutcome(IReply Said, bool IsOver)
{
    /// <summary>What was ended; empty when nothing was.</summary>
    public IReadOnlyList<RuleIsOver> Ended { get; init; } = [];

    /// <summary>What to call it when that is taken up again.</summary>
    public string TakeUp { get; init; } = "";

    /// <summary>The talk about it ends; what was ended is shown, and can be taken up again.</summary>
    public Turn Leave() => new(new Move.Over(), [.. Ended, Said])
    {
        Offers = Ended.Count > 0 ? [new PushChoice(TakeUp, ChangeRule.TakeUpKey)] : [],
    };
}
