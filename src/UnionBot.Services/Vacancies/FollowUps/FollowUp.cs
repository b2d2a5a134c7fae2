using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.FollowUps;

/// <summary>
/// Every morning: on day 3, 30 and 90 an officer has a case to ask how it goes, and the worker is asked in the chat. Whoever left
/// one unanswered is asked no more in the chat: the officer calls.
/// </summary>
internal sealed class FollowUp(UnionDb db, Outbox outbox) : IJob
{
    private const int AtOnce = 200;

    /// <summary>So long the officer has.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromDays(3);

    /// <summary>Who could not be asked by then is called.</summary>
    private static readonly TimeSpan WorthAsking = TimeSpan.FromDays(7);

    public static string Name => "vacancies/follow-up";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(10, 0);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var (done, today) = (0, UnionCalendar.DayOf(due));
        while (true)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var placements = await LockDueAsync(today, ct);
            if (placements.Count == 0) return new JobReport(done);

            await AskAsync(placements, due, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
            done += placements.Count;
        }
    }

    // The talks first, as every turn does: nobody opens a case of these people meanwhile.
    private async Task<List<Placement>> LockDueAsync(DateOnly today, CancellationToken ct)
    {
        var people = await db.Database.SqlQuery<long>(
            $"""
            SELECT t.person_id AS "Value" FROM talk t
             WHERE t.person_id IN (SELECT person_id FROM vacancy_placement WHERE due_on <= {today} ORDER BY person_id LIMIT {AtOnce})
             ORDER BY t.person_id FOR UPDATE
            """).ToListAsync(ct);
        var ids = people.Select(id => new PersonId(id)).ToArray();
        return await db.Set<Placement>().Where(p => ids.Contains(p.PersonId) && p.DueOn <= today).OrderBy(p => p.PersonId).ToListAsync(ct);
    }

    private async Task AskAsync(List<Placement> placements, DateTimeOffset due, CancellationToken ct)
    {
        var vacancies = placements.Select(p => p.VacancyId).OfType<long>().ToArray();
        var titles = await db.Set<Vacancy>().Where(v => vacancies.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Title, ct);
        var drafts = new List<OutboundDraft>();
        foreach (var placement in placements)
        {
            var wasLeft = placement.IsOpen;
            var day = placement.Ask(UnionCalendar.DayOf(due));
            await OpenCaseAsync(placement, day, due, ct);
            if (!wasLeft) drafts.Add(Draft(placement, day, placement.VacancyId is { } id ? titles.GetValueOrDefault(id) : null, due));
        }

        await outbox.AddAsync(drafts, ct);
    }

    private static OutboundDraft Draft(Placement placement, FollowUpDay day, string? title, DateTimeOffset due)
    {
        var occasion = string.Create(CultureInfo.InvariantCulture, $"vacancies/follow-up/{placement.Id:N}/{(int)day}");
        return new OutboundDraft(placement.PersonId, occasion, new AskHowItGoes(title, placement.IsWorking), due, due + WorthAsking)
        {
            Kind = MessageKind.Application,
            Notice = new FollowUpNotice(due),
        };
    }

    private Task<int> OpenCaseAsync(Placement placement, FollowUpDay day, DateTimeOffset due, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO union_case (person_id, kind, subject, status, opened_at, due_at, entries)
        VALUES ({placement.PersonId.Value}, {CaseKinds.Of(day)}, {VacancyCall.SubjectOf(placement.VacancyId)}, {(short)CaseStatus.Open}, {due}, {due + Within}, 0)
            ON CONFLICT DO NOTHING
        """, ct);
}
