using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Every evening: what is new goes to those whose rules it fits, one digest a person.</summary>
internal sealed class SendDigests(UnionDb db, Outbox outbox, VacancyCiphers ciphers, RuleMatcher matcher, CardWriter cards) : IJob
{
    private const int PeopleAtOnce = 500;

    /// <summary>A weekly rule reaches back as far as this.</summary>
    private const int LongestGap = 8;

    /// <summary>What could not be sent by then is no news any more.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(7);

    public static string Name => "vacancies/send-digests";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(18, 30);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var fresh = await FreshAsync(UnionCalendar.DayOf(due), ct);
        var (told, after) = (0, 0L);
        while (await PeopleAsync(after, ct) is { Count: > 0 } people)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            told += await TellAsync(people, fresh, due, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
            after = people[^1].Value;
        }

        return new JobReport(told);
    }

    private async Task<int> TellAsync(List<PersonId> people, IReadOnlyList<FreshVacancy> fresh, DateTimeOffset due, CancellationToken ct)
    {
        // Locked: a rule that is changed or ended meanwhile is read as it is then.
        var ids = people.Select(p => p.Value).ToArray();
        var rules = await db.Set<VacancyRule>()
            .FromSql($"SELECT * FROM vacancy_rule WHERE person_id = ANY ({ids}) AND state = 0 AND asked_at IS NULL ORDER BY person_id, owner FOR UPDATE")
            .ToListAsync(ct);
        var known = await KnownAsync(ids, ct);
        var drafts = new List<OutboundDraft>();
        foreach (var own in rules.GroupBy(r => r.PersonId))
        {
            var draft = due - own.Max(r => r.AnsweredAt) > VacancyRule.Lasts
                ? AskWhetherStill(own, due)
                : await DigestAsync([.. own], fresh, known, due, ct);
            if (draft is not null) drafts.Add(draft);
        }

        return await outbox.AddAsync(drafts, ct);
    }

    private static OutboundDraft AskWhetherStill(IGrouping<PersonId, VacancyRule> rules, DateTimeOffset due)
    {
        foreach (var rule in rules) rule.AskWhetherStill(due);
        var occasion = string.Create(CultureInfo.InvariantCulture, $"vacancies/still/{UnionCalendar.DayOf(due):yyyy-MM-dd}");
        return Draft(rules.Key, occasion, new AskWhetherStillLooking(), notice: null, due);
    }

    private async Task<OutboundDraft?> DigestAsync(
        List<VacancyRule> rules, IReadOnlyList<FreshVacancy> fresh, KnownVacancies known, DateTimeOffset due, CancellationToken ct)
    {
        var (today, chosen) = (UnionCalendar.DayOf(due), new List<FreshVacancy>());
        var person = rules[0].PersonId;
        foreach (var rule in rules.Where(r => IsDue(r, today)))
        {
            var news = fresh.Where(v => v.IsNewTo(rule) && MayFit(rule, v) && !known.Has(person, v) && !chosen.Contains(v)).ToList();
            rule.Matched(today);
            if (news.Count == 0) continue;

            var room = RuleMatcher.Most - chosen.Count;
            foreach (var vacancy in matcher.Choose(ciphers.OpenRule(rule.Id, rule.Wish).Wish, news, today).Take(room))
            {
                chosen.Add(vacancy);
                db.Add(new SentVacancy(person, vacancy.Candidate.Id, rule.Id, due));
            }
        }

        if (chosen.Count == 0) return null;

        var shown = await cards.WriteAsync(db, [.. chosen.Select(v => v.Candidate.Id)], near: null, ct);
        var occasion = string.Create(CultureInfo.InvariantCulture, $"vacancies/digest/{today:yyyy-MM-dd}");
        return Draft(person, occasion, new VacancyDigest(shown), new VacancyNotice(shown[0], due), due);
    }

    private static OutboundDraft Draft(PersonId to, string occasion, IReply reply, IReply? notice, DateTimeOffset due) => new(to, occasion, reply, due, due + WorthTelling)
    {
        Kind = MessageKind.VacancyPush,
        Notice = notice,
    };

    private static bool IsDue(VacancyRule rule, DateOnly today) =>
        rule.MatchedOn is not { } last || today.DayNumber - last.DayNumber >= rule.EveryDays;

    /// <summary>By what stands in clear: most rules need not be opened.</summary>
    private static bool MayFit(VacancyRule rule, FreshVacancy vacancy) =>
        (rule.Trades.Length == 0 || rule.Trades.Any(trade => vacancy.Tokens.Contains(VacancyIndex.Trade(trade))))
        && (rule.MonthFen is null || vacancy.Candidate.MonthFen >= rule.MonthFen);

    private async Task<List<PersonId>> PeopleAsync(long after, CancellationToken ct) => [.. (await db.Database
        .SqlQuery<long>(
            $"""
            SELECT DISTINCT r.person_id AS "Value" FROM vacancy_rule r JOIN person p ON p.id = r.person_id
             WHERE r.person_id > {after} AND r.state = 0 AND r.asked_at IS NULL AND p.unfollowed_at IS NULL AND p.erased_at IS NULL
             ORDER BY 1 LIMIT {PeopleAtOnce}
            """).ToListAsync(ct)).Select(id => new PersonId(id))];

    private async Task<List<FreshVacancy>> FreshAsync(DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-LongestGap);
        var found = await db.Vacancies.AsNoTracking()
            .Where(v => v.State == VacancyState.Approved && v.ValidUntil >= today && v.VerifiedOn >= since).ToListAsync(ct);
        return [.. found.Select(Fresh)];
    }

    private static FreshVacancy Fresh(Vacancy v) => new(
        new Candidate(v.Id, v.EmployerId, v.RegionCode, IsTrade: true, IsQuarter: false, v.Latitude, v.Longitude, v.PayMonthFen, v.PayUnit, v.Traits, v.VerifiedOn),
        v.Tokens.ToHashSet(StringComparer.Ordinal),
        v.Education,
        v.AgeMin,
        v.AgeMax,
        v.Licence is not null,
        v.Street,
        v.Address,
        (v.PayMinFen ?? v.PayMaxFen) * Pay.HowOften(v.PayUnit),
        v.ChangedAt);

    private async Task<KnownVacancies> KnownAsync(long[] people, CancellationToken ct)
    {
        var sent = await db.Database.SqlQuery<KnownRow>(
            $"""
            SELECT s.person_id AS "Person", s.vacancy_id AS "Vacancy", CASE WHEN s.answer = {(short)DigestAnswer.Doubtful} THEN v.employer_id END AS "Refused"
              FROM vacancy_sent s JOIN vacancy v ON v.id = s.vacancy_id WHERE s.person_id = ANY ({people})
            UNION ALL
            SELECT c.person_id, c.vacancy_id, NULL FROM vacancy_call c WHERE c.person_id = ANY ({people}) AND c.vacancy_id IS NOT NULL
            UNION ALL
            SELECT r.person_id, r.vacancy_id, v.employer_id
              FROM vacancy_report r JOIN vacancy v ON v.id = r.vacancy_id WHERE r.person_id = ANY ({people})
            """).ToListAsync(ct);
        return new KnownVacancies(sent);
    }
}
