using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Keeps rules and what was said to digests, within the turn that speaks of them.</summary>
internal sealed class RuleBook(TurnDatabase turn, IOptOuts optOuts, NoticeConsents consents, VacancyCiphers ciphers, CardWriter cards) : IRuleBook
{
    public async Task<KeptRule> KeepAsync(PersonId person, KeptWish wish, IReadOnlyList<long> seen, DateTimeOffset at, CancellationToken ct)
    {
        var db = turn.Db;

        // The person's row first: of two sentences at once the second finds the rule of the first.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM person WHERE id = {person.Value} FOR UPDATE", ct);
        var rules = await RulesAsync(person, ct);
        var rule = rules.Find(r => wish.Who is null ? r.Owner == VacancyRule.OfWorker : r.Owner != VacancyRule.OfWorker && Open(r).Kept.Who == wish.Who);
        if (rule is null) db.Add(rule = new VacancyRule(Guid.CreateVersion7(), person, NumberFor(wish.Who, rules), at));

        rule.Want(ciphers.SealRule(rule.Id, wish), wish.Wish, at);

        // Who asks for them wants them, whatever they once said of such messages.
        await optOuts.StartAsync(person, [MessageKind.VacancyPush], ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO vacancy_sent (person_id, vacancy_id, at) SELECT {person.Value}, v.id, {at}
              FROM vacancy v WHERE v.id = ANY ({seen.ToArray()})
                ON CONFLICT DO NOTHING
            """, ct);
        return new KeptRule(rule.Owner, wish, rule.State, rule.EveryDays);
    }

    public async Task<IReadOnlyList<KeptRule>> AllAsync(PersonId person, CancellationToken ct) =>
        [.. (await GoingOnAsync(person, owner: null, ct)).Select(Open)];

    public async Task<KeptRule> ChangeAsync(PersonId person, int owner, VacancyWish wish, DateTimeOffset at, CancellationToken ct)
    {
        var rule = (await RulesAsync(person, ct)).Single(r => r.Owner == owner);
        rule.Want(ciphers.SealRule(rule.Id, Open(rule).Kept with { Wish = wish }), wish, at);
        return Open(rule);
    }

    public async Task<IReadOnlyList<KeptRule>> StopAsync(PersonId person, int? owner, RuleState how, DateTimeOffset at, CancellationToken ct)
    {
        var rules = await GoingOnAsync(person, owner, ct);
        foreach (var rule in rules) rule.Stop(how, at);
        return [.. rules.Select(Open)];
    }

    public async Task TakeUpAsync(PersonId person, int? owner, DateTimeOffset at, CancellationToken ct)
    {
        var ended = (await RulesAsync(person, ct)).Where(r => r.State is RuleState.Ended or RuleState.Resting).ToList();
        var last = ended.Where(r => r.AnsweredAt == ended.Max(e => e.AnsweredAt) && (owner ?? r.Owner) == r.Owner).ToList();
        foreach (var rule in last) rule.GoOn(at);
        await optOuts.StartAsync(person, [MessageKind.VacancyPush], ct);
    }

    public async Task<bool> TryGoOnAsync(PersonId person, int? owner, DateTimeOffset at, CancellationToken ct)
    {
        var rules = await GoingOnAsync(person, owner, ct);
        foreach (var rule in rules) rule.GoOn(at);
        return rules.Count > 0;
    }

    public async Task SendEveryAsync(PersonId person, int? owner, short days, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var rule in await GoingOnAsync(person, owner, ct)) rule.SendEvery(days, at);
    }

    public async Task<IReadOnlyList<PushedVacancy>> LastDigestAsync(PersonId person, DateOnly today, CancellationToken ct)
    {
        var db = turn.Db;
        var last = await db.Set<SentVacancy>().AsNoTracking()
            .Where(s => s.PersonId == person && s.RuleId != null).MaxAsync(s => (DateTimeOffset?)s.At, ct);
        if (last is null) return [];

        var sent = await db.Set<SentVacancy>().AsNoTracking()
            .Where(s => s.PersonId == person && s.RuleId != null && s.At == last).OrderBy(s => s.VacancyId).ToListAsync(ct);
        var rules = (await RulesAsync(person, ct)).ToDictionary(r => r.Id);
        var written = await cards.WriteAsync(db, [.. sent.Select(s => s.VacancyId)], near: null, ct);
        return
        [
            .. from card in written
               let rule = rules[sent.Single(s => s.VacancyId == card.Id).RuleId!.Value]
               let kept = Open(rule)
               select new PushedVacancy(card, rule.Owner, kept.Kept.Who, cards.Say(kept.Kept.Wish, today)),
        ];
    }

    public Task<string?> ConsentPageAsync(Speaker person, CancellationToken ct) =>
        consents.PageForAsync(person.Id, person.Channel, MessageKind.VacancyPush, ct);

    public async Task AnswerAsync(PersonId person, long vacancy, DigestAnswer answer, CancellationToken ct)
    {
        var sent = await turn.Db.Set<SentVacancy>().SingleOrDefaultAsync(s => s.PersonId == person && s.VacancyId == vacancy, ct);
        sent?.Answered(answer);
    }

    /// <summary>Others are numbered as they come.</summary>
    private static int NumberFor(string? who, List<VacancyRule> rules) => who is null
        ? VacancyRule.OfWorker
        : rules.Select(r => r.Owner).DefaultIfEmpty(VacancyRule.OfWorker).Max() + 1;

    private async Task<List<VacancyRule>> GoingOnAsync(PersonId person, int? owner, CancellationToken ct) =>
        (await RulesAsync(person, ct)).FindAll(r => r.State is RuleState.Active or RuleState.Paused && (owner ?? r.Owner) == r.Owner);

    private Task<List<VacancyRule>> RulesAsync(PersonId person, CancellationToken ct) =>
        turn.Db.Set<VacancyRule>().Where(r => r.PersonId == person).OrderBy(r => r.Owner).ToListAsync(ct);

    private KeptRule Open(VacancyRule rule) => new(rule.Owner, ciphers.OpenRule(rule.Id, rule.Wish), rule.State, rule.EveryDays);
}
