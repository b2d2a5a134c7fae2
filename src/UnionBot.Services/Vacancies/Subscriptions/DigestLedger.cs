using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Writes down what some hundred people are told this evening, in the caller's transaction.</summary>
internal sealed class DigestLedger(UnionDb db, Outbox outbox, CardWriter cards, LockScreenWords lockScreen)
{
    /// <summary>What could not be sent by then is no news any more.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(7);

    /// <summary>Vacancies that went to somebody before in this run: many rules choose the same.</summary>
    private readonly Dictionary<long, VacancyCard> _cards = [];

    /// <param name="matched">Rules that were held against all that is new.</param>
    /// <param name="asked">Who said nothing for so long that it is asked whether they still look.</param>
    /// <returns>How many people were told something.</returns>
    public async Task<int> WriteAsync(
        IReadOnlyList<Digest> digests, IReadOnlyList<Guid> matched, IReadOnlyList<PersonId> asked, DateTimeOffset due, CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(due);
        await NoteAsync(digests, matched, asked, due, ct);
        await ReadCardsAsync([.. digests.SelectMany(d => d.News).Select(n => n.Vacancy).Distinct().Where(id => !_cards.ContainsKey(id))], ct);
        return await outbox.AddAsync([.. digests.Select(d => ToDraft(d, today, due)), .. asked.Select(person => ToQuestion(person, today, due))], ct);
    }

    private async Task NoteAsync(
        IReadOnlyList<Digest> digests, IReadOnlyList<Guid> matched, IReadOnlyList<PersonId> asked, DateTimeOffset due, CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(due);
        var (rules, people) = (matched.ToArray(), asked.Select(person => person.Value).ToArray());
        var sent = digests.SelectMany(d => d.News.Select(n => (Person: d.Person.Value, n.Vacancy, n.Rule))).ToArray();
        var (to, vacancies, by) = (sent.Select(s => s.Person).ToArray(), sent.Select(s => s.Vacancy).ToArray(), sent.Select(s => s.Rule).ToArray());
        await db.Database.ExecuteSqlAsync($"UPDATE vacancy_rule SET matched_on = {today} WHERE id = ANY ({rules})", ct);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE vacancy_rule SET asked_at = {due} WHERE person_id = ANY ({people}) AND state = 0 AND asked_at IS NULL", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO vacancy_sent (person_id, vacancy_id, rule_id, at)
            SELECT p, v, r, {due} FROM unnest({to}, {vacancies}, {by}) AS sent (p, v, r) ON CONFLICT DO NOTHING
            """, ct);
    }

    private async Task ReadCardsAsync(long[] vacancies, CancellationToken ct)
    {
        foreach (var card in await cards.WriteAsync(db, vacancies, near: null, ct)) _cards.Add(card.Id, card);
    }

    private OutboundDraft ToDraft(Digest digest, DateOnly today, DateTimeOffset due)
    {
        var shown = digest.News.Select(n => _cards[n.Vacancy]).ToList();
        var occasion = string.Create(CultureInfo.InvariantCulture, $"vacancies/digest/{today:yyyy-MM-dd}");
        return new OutboundDraft(digest.Person, occasion, new VacancyDigest(shown), due, due + WorthTelling)
        {
            Kind = MessageKind.VacancyPush,
            Notice = VacancyNotice.Of(shown, lockScreen, due),
        };
    }

    private static OutboundDraft ToQuestion(PersonId person, DateOnly today, DateTimeOffset due)
    {
        var occasion = string.Create(CultureInfo.InvariantCulture, $"vacancies/still/{today:yyyy-MM-dd}");
        return new OutboundDraft(person, occasion, new AskWhetherStillLooking(), due, due + WorthTelling) { Kind = MessageKind.VacancyPush };
    }
}

/// <summary>What one person is told this evening.</summary>
internal sealed record Digest(PersonId Person, IReadOnlyList<(long Vacancy, Guid Rule)> News);
