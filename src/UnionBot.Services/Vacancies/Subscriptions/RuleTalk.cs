using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar;
using UnionBot.Services.Vacancies.FollowUps;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>What one sentence does to the rules of a person: 工资降到三千二, 媳妇的一周一次, 先别发, 退订.</summary>
internal sealed class RuleTalk(IRuleBook rules, IPlacements placements, IWishReader reader, RuleWords words, CardWriter cards)
{
    public RuleCue? CueIn(string text) => words.Read(text);

    /// <summary>What is said to a vacancy of a digest, by number or in words; null when it is something else.</summary>
    public DigestAnswer? AnswerIn(string text) => Choice.Read(text, words.DigestAnswers) is { } index ? (DigestAnswer)index : null;

    /// <summary>要: from now on what is new is told.</summary>
    /// <param name="seen">Vacancies that were shown in the talk.</param>
    public async Task<RuleIsKept> KeepAsync(Input input, KeptWish wish, IReadOnlyList<long> seen, CancellationToken ct)
    {
        // 老婆 is the 媳妇 of before.
        var known = PeopleOf(await rules.AllAsync(input.From.Id, ct));
        var who = wish.Who is { } named ? reader.NamedIn(named, known)?.Who ?? named : null;
        return Show(await rules.KeepAsync(input.From.Id, wish with { Who = who }, seen, input.At, ct), input.At);
    }

    /// <summary>A rule from one sentence: 有日结搬运告诉我.</summary>
    /// <param name="place">Code of the region that is meant by a place of which there are several; null while that was not asked.</param>
    /// <returns>Null when it says nothing of what the work should be.</returns>
    public async Task<RuleOutcome?> TryBeginAsync(Input input, string? place, CancellationToken ct)
    {
        var all = await rules.AllAsync(input.From.Id, ct);
        var who = reader.SeekerIn(input.Text, PeopleOf(all))?.Who;
        var before = all is [var first, ..] ? new VacancyWish().OrWhere(first.Kept.Wish) : new VacancyWish();
        var read = reader.Read(input.Text, input.At, before);
        if (!read.IsWish) return null;
        if (place is null && read.Unclear is { } unclear) return RuleOutcome.Asking(unclear);

        return new RuleOutcome(await KeepAsync(input, new KeptWish(In(place, read.Wish), who), [], ct), IsOver: false);
    }

    /// <param name="about">The rule that is meant when nobody is named; null when any may be.</param>
    /// <param name="place">As for <see cref="TryBeginAsync"/>.</param>
    /// <returns>What to say, and whether all is stopped; null when the sentence says nothing of it.</returns>
    public async Task<RuleOutcome?> TakeAsync(Input input, int? about, CancellationToken ct, string? place = null)
    {
        var all = await rules.AllAsync(input.From.Id, ct);
        var named = reader.NamedIn(input.Text, PeopleOf(all));
        var rule = named is null ? Meant(all, about) : all.FirstOrDefault(r => r.Kept.Who == named.Who);
        var isOver = named is null && rule is null && about is not null;
        if (CueOf(input) is { } cue)
            return isOver && cue is (RuleCue.Still or RuleCue.Keep) ? null : await ObeyAsync(cue, new Aim(all, rule, named is not null), input, ct);

        if (named is not null && rule is null)
            return reader.SeekerIn(input.Text, PeopleOf(all)) is not null ? await TryBeginAsync(input, place, ct) : null;
        if (reader.Read(input.Text, input.At, rule?.Kept.Wish ?? new VacancyWish()) is not { IsWish: true } read || all.Count == 0 || isOver) return null;
        if (rule is null) return Unclear(all, input.At);
        if (place is null && read.Unclear is { } unclear) return RuleOutcome.Asking(unclear);

        return new RuleOutcome(Show(await rules.ChangeAsync(input.From.Id, rule.Owner, In(place, read.Wish), input.At, ct), input.At), IsOver: false);
    }

    /// <summary>Asks, behind a turn, for the yes without which nothing can be sent: at a good moment, and only while there is none.</summary>
    public async Task<Turn> WithConsentAsync(Turn turn, Input input, CancellationToken ct) =>
        await rules.ConsentPageAsync(input.From, ct) is { } page ? turn with { Replies = [.. turn.Replies, new AskNoticeConsent(page)] } : turn;

    /// <summary>The rules of a person, the worker's own first.</summary>
    public async Task<IReadOnlyList<RuleIsKept>> AllAsync(Input input, CancellationToken ct) =>
        [.. (await rules.AllAsync(input.From.Id, ct)).Select(rule => Show(rule, input.At))];

    /// <summary>已找到.</summary>
    /// <param name="owner">Of the rule that is over; null when there is none.</param>
    public async Task<RuleOutcome> SayFoundAsync(Input input, int? owner, CancellationToken ct)
    {
        var found = owner is null ? [] : await rules.StopAsync(input.From.Id, owner, RuleState.Found, input.At, ct);
        var left = await rules.AllAsync(input.From.Id, ct);
        var isOwn = owner is null or VacancyRule.OfWorker;
        if (isOwn) await placements.FindAsync(input.From.Id, input.At, ct);
        return new RuleOutcome(new WorkIsFound(found.Count > 0) { GoesOn = GoesOn.Of(left), AsksWhere = isOwn }, IsOver: true)
        {
            Offers = isOwn ? [new PushChoice(words.ThroughUnion, TellHowItGoes.ThroughUnionKey), new PushChoice(words.Elsewhere, TellHowItGoes.ElsewhereKey)] : [],
        };
    }

    /// <summary>要, behind rules that were ended.</summary>
    /// <param name="owner">Null for all of them.</param>
    public Task TakeUpAsync(Input input, int? owner, CancellationToken ct) => rules.TakeUpAsync(input.From.Id, owner, input.At, ct);

    private Task<RuleOutcome?> ObeyAsync(RuleCue cue, Aim aim, Input input, CancellationToken ct) => cue switch
    {
        RuleCue.Stop => EndAsync(aim, input, ct),
        RuleCue.Found => FindAsync(aim, input, ct),
        RuleCue.Pause => PauseAsync(aim, input, ct),
        RuleCue.Weekly => SendEveryAsync(7, aim, input, ct),
        RuleCue.Daily => SendEveryAsync(1, aim, input, ct),
        RuleCue.Still or RuleCue.Keep => GoOnAsync(aim, input, ct),
        _ => Task.FromResult<RuleOutcome?>(null),
    };

    private RuleCue? CueOf(Input input) =>
        words.Read(input.Text) ?? (input.Intent is Intent.UnsubscribeVacancies ? RuleCue.Stop : null);

    private static KeptRule? Meant(IReadOnlyList<KeptRule> all, int? about) =>
        about is null && all is [var only] ? only : all.FirstOrDefault(rule => rule.Owner == about);

    /// <summary>All of them at once where nobody is named: which to keep is asked behind it.</summary>
    private async Task<RuleOutcome?> EndAsync(Aim aim, Input input, CancellationToken ct)
    {
        var ended = aim.IsAtNobody ? [] : await rules.StopAsync(input.From.Id, aim.Owner, RuleState.Ended, input.At, ct);
        var (left, takeUps) = (await rules.AllAsync(input.From.Id, ct), TakeUps(ended));
        var said = new RulesAreStopped(ended.Count > 0) { GoesOn = GoesOn.Of(left), Several = ended.Count > 1 ? [.. takeUps.Select(t => t.Name)] : [] };
        return new RuleOutcome(said, IsOver: true)
        {
            Offers = takeUps,
            Ended = [.. ended.Select(rule => new RuleIsOver(rule.Kept.Who, cards.Say(rule.Kept.Wish, UnionCalendar.DayOf(input.At))))],
        };
    }

    /// <summary>What to call it when that is taken up again: first all of it, which a yes means.</summary>
    private PushChoice[] TakeUps(IReadOnlyList<KeptRule> ended) => ended.Count switch
    {
        0 => [],
        1 => [new PushChoice(words.TakeUp, ChangeRule.TakeUpKey)],
        _ =>
        [
            new PushChoice(words.TakeUpAll, ChangeRule.TakeUpKey),
            .. ended.Select(rule => new PushChoice(rule.Kept.Who ?? words.TakeUpMine, ChangeRule.TakeUpOf(rule.Owner))),
        ],
    };

    /// <summary>Who says 找到工作了 speaks of themselves, where nothing else is told.</summary>
    private async Task<RuleOutcome?> FindAsync(Aim aim, Input input, CancellationToken ct)
    {
        var rule = aim.Rule ?? (aim.IsNamed ? null : aim.All.FirstOrDefault(r => r.Owner == VacancyRule.OfWorker));
        return rule is null && !aim.IsNamed && aim.All.Count > 1 ? Unclear(aim.All, input.At) : await SayFoundAsync(input, rule?.Owner, ct);
    }

    private async Task<RuleOutcome?> PauseAsync(Aim aim, Input input, CancellationToken ct)
    {
        if (!aim.IsAtNobody) await rules.StopAsync(input.From.Id, aim.Owner, RuleState.Paused, input.At, ct);
        return new RuleOutcome(new RulesArePaused(aim.Owner is null ? null : aim.Rule?.Kept.Who), IsOver: true);
    }

    private async Task<RuleOutcome?> SendEveryAsync(short days, Aim aim, Input input, CancellationToken ct)
    {
        if (!aim.IsAtNobody) await rules.SendEveryAsync(input.From.Id, aim.Owner, days, input.At, ct);
        return await ShownAsync(aim, input, ct);
    }

    private async Task<RuleOutcome?> GoOnAsync(Aim aim, Input input, CancellationToken ct) =>
        !aim.IsAtNobody && await rules.TryGoOnAsync(input.From.Id, aim.Owner, input.At, ct) ? await ShownAsync(aim, input, ct) : null;

    private async Task<RuleOutcome?> ShownAsync(Aim aim, Input input, CancellationToken ct)
    {
        var all = await AllAsync(input, ct);
        IReply said = all.FirstOrDefault(rule => rule.Owner == aim.Rule?.Owner) is { } one ? one : all.Count > 1 ? new RulesAreKept(all) : new NoRuleYet();
        return new RuleOutcome(said, IsOver: false);
    }

    private static VacancyWish In(string? place, VacancyWish wish) => place is null ? wish : wish with { Regions = [.. wish.Regions, place] };

    private RuleOutcome Unclear(IReadOnlyList<KeptRule> all, DateTimeOffset at) =>
        new(new WhichRule([.. all.Select(rule => Show(rule, at))]), IsOver: false);

    private RuleIsKept Show(KeptRule rule, DateTimeOffset at) =>
        new(rule.Owner, rule.Kept.Who, cards.Say(rule.Kept.Wish, UnionCalendar.DayOf(at)), rule.IsWeekly, rule.IsPaused);

    private static IEnumerable<string> PeopleOf(IReadOnlyList<KeptRule> all) => all.Select(rule => rule.Kept.Who).OfType<string>();

    /// <summary>Which of the rules a sentence is about.</summary>
    /// <param name="Rule">The one that is named or shown; null when any may be meant, or the named person has none.</param>
    private sealed record Aim(IReadOnlyList<KeptRule> All, KeptRule? Rule, bool IsNamed)
    {
        /// <summary>Somebody is named who has no rule.</summary>
        public bool IsAtNobody => IsNamed && Rule is null;

        /// <summary>Null for all: where nobody is named, messages altogether are meant.</summary>
        public int? Owner => IsNamed ? Rule?.Owner : null;
    }
}
