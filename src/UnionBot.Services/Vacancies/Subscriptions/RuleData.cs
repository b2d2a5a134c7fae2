using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>Rules and what was sent by them as personal data; both go when the person does.</summary>
internal sealed class RuleData(UnionDb db, VacancyCiphers ciphers, CardWriter cards) : IPersonalData
{
    public string Section => "vacancy-rules";

    public async Task<IReadOnlyList<PersonalFact>> ReadAsync(PersonId person, CancellationToken ct)
    {
        var rules = await db.Set<VacancyRule>().AsNoTracking().Where(r => r.PersonId == person).OrderBy(r => r.Owner).ToListAsync(ct);
        var sent = await db.Set<SentVacancy>().AsNoTracking().Where(s => s.PersonId == person && s.RuleId != null).OrderBy(s => s.At).ToListAsync(ct);
        return
        [
            .. rules.Select(r => new PersonalFact("wish", Words(ciphers.OpenRule(r.Id, r.Wish), r.AnsweredAt), r.AnsweredAt)),
            .. sent.Select(s => new PersonalFact("sent", s.VacancyId.ToString(CultureInfo.InvariantCulture), s.At)),
        ];
    }

    private string Words(KeptWish kept, DateTimeOffset at)
    {
        var said = cards.Say(kept.Wish, UnionCalendar.DayOf(at));
        return string.Join('、', said.Places.Concat(said.Trades).Concat(said.Wants).Prepend(kept.Who).OfType<string>());
    }

    public Task<string?> HoldAsync(PersonId person, CancellationToken ct) => Task.FromResult<string?>(null);

    public async Task EraseAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        await db.Set<SentVacancy>().Where(s => s.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Set<VacancyRule>().Where(r => r.PersonId == person).ExecuteDeleteAsync(ct);
    }
}
