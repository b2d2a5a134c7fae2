using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Every evening: what is new goes to those whose rules it fits, one digest a person.</summary>
internal sealed class SendDigests(UnionDb db, DigestLedger ledger, VacancyCiphers ciphers, RuleMatcher matcher) : IJob
{
    private const int PeopleAtOnce = 500;

    /// <summary>A weekly rule reaches back as far as this.</summary>
    private const int LongestGap = 8;

    public static string Name => "vacancies/send-digests";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(18, 30);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(due);
        var fresh = await FreshVacancies.ReadAsync(db, today, today.AddDays(-LongestGap), ct);
        var (told, after) = (0, 0L);
        while (await PeopleAsync(after, ct) is { Count: > 0 } people)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            told += await TellAsync(people, fresh, due, ct);
            await transaction.CommitAsync(ct);
            after = people[^1];
        }

        return new JobReport(told);
    }

    private async Task<int> TellAsync(List<long> people, FreshVacancies fresh, DateTimeOffset due, CancellationToken ct)
    {
        // Locked: a rule that is changed or ended meanwhile is read as it is then.
        var ids = people.ToArray();
        var rules = await db.Set<VacancyRule>()
            .FromSql($"SELECT * FROM vacancy_rule WHERE person_id = ANY ({ids}) AND state = 0 AND asked_at IS NULL ORDER BY person_id, owner FOR UPDATE")
            .AsNoTracking().ToListAsync(ct);
        var (known, today) = (await KnownAsync(ids, ct), UnionCalendar.DayOf(due));
        var digests = new List<Digest>();
        var (matched, asked) = (new List<Guid>(), new List<PersonId>());
        foreach (var own in rules.GroupBy(r => r.PersonId))
        {
            if (due - own.Max(r => r.AnsweredAt) > VacancyRule.Lasts)
            {
                asked.Add(own.Key);
                continue;
            }

            var ready = own.Where(r => IsDue(r, today)).ToList();
            matched.AddRange(ready.Select(r => r.Id));
            if (Match(own.Key, ready, fresh, known, today) is { News.Count: > 0 } digest) digests.Add(digest);
        }

        return await ledger.WriteAsync(digests, matched, asked, due, ct);
    }

    private Digest Match(PersonId person, List<VacancyRule> rules, FreshVacancies fresh, KnownVacancies known, DateOnly today)
    {
        var chosen = new List<(FreshVacancy Vacancy, Guid Rule)>();
        foreach (var rule in rules.TakeWhile(_ => chosen.Count < RuleMatcher.Most))
        {
            var wish = ciphers.OpenRule(rule.Id, rule.Wish).Wish;
            var news = matcher.Choose(wish, fresh, v => v.IsNewTo(rule) && !known.Has(person, v) && !chosen.Exists(c => c.Vacancy == v), today);
            chosen.AddRange(news.Take(RuleMatcher.Most - chosen.Count).Select(v => (v, rule.Id)));
        }

        return new Digest(person, [.. chosen.Select(c => (c.Vacancy.Candidate.Id, c.Rule))]);
    }

    private static bool IsDue(VacancyRule rule, DateOnly today) =>
        rule.MatchedOn is not { } last || today.DayNumber - last.DayNumber >= rule.EveryDays;

    private Task<List<long>> PeopleAsync(long after, CancellationToken ct) => db.Database
        .SqlQuery<long>(
            $"""
            SELECT DISTINCT r.person_id AS "Value" FROM vacancy_rule r JOIN person p ON p.id = r.person_id
             WHERE r.person_id > {after} AND r.state = 0 AND r.asked_at IS NULL AND p.unfollowed_at IS NULL AND p.erased_at IS NULL
             ORDER BY 1 LIMIT {PeopleAtOnce}
            """).ToListAsync(ct);

    private async Task<KnownVacancies> KnownAsync(long[] people, CancellationToken ct) => new(await db.Database.SqlQuery<KnownRow>(
        $"""
        SELECT s.person_id AS "Person", s.vacancy_id AS "Vacancy", CASE WHEN s.answer = {(short)DigestAnswer.Doubtful} THEN v.employer_id END AS "Refused"
          FROM vacancy_sent s JOIN vacancy v ON v.id = s.vacancy_id WHERE s.person_id = ANY ({people})
        UNION ALL
        SELECT c.person_id, c.vacancy_id, NULL FROM vacancy_call c WHERE c.person_id = ANY ({people}) AND c.vacancy_id IS NOT NULL
        UNION ALL
        SELECT r.person_id, r.vacancy_id, v.employer_id
          FROM vacancy_report r JOIN vacancy v ON v.id = r.vacancy_id WHERE r.person_id = ANY ({people})
        """).ToListAsync(ct));
}
