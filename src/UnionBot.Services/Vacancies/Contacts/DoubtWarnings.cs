using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Talking;

namespace UnionBot.Services.Vacancies.Contacts;

/// <summary>Tells those who asked for a call about a vacancy that several workers doubt it, so that nobody pays anything meanwhile.</summary>
internal sealed class DoubtWarnings(UnionDb db, Outbox outbox)
{
    /// <summary>Whoever could not be told by then has long been called.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(7);

    public async Task TellAsync(Vacancy doubted, DateTimeOffset at, CancellationToken ct)
    {
        var applicants = await db.Set<VacancyCall>().AsNoTracking()
            .Where(c => c.VacancyId == doubted.Id && !db.Set<VacancyReport>().Any(r => r.VacancyId == doubted.Id && r.PersonId == c.PersonId))
            .Select(c => c.PersonId).Distinct().ToListAsync(ct);
        if (applicants.Count == 0) return;

        var occasion = string.Create(CultureInfo.InvariantCulture, $"vacancies/doubted/{doubted.Id}/{UnionCalendar.DayOf(at):yyyy-MM-dd}");
        await outbox.AddAsync(
            [
                .. applicants.Select(person => new OutboundDraft(person, occasion, new VacancyIsDoubted(doubted.Title), at, at + WorthTelling)
                {
                    Kind = MessageKind.CaseProgress,
                }),
            ],
            ct);
    }
}
