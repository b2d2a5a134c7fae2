using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.FollowUps;

/// <summary>Every morning: whoever had a consultation the day before is asked, once, whether it is solved (回访).</summary>
internal sealed class AskWhetherSolved(UnionDb db, Outbox outbox) : IJob
{
    private const int AtOnce = 200;

    /// <summary>What was finished before, while no bot ran, is asked all the same; longer ago nobody remembers.</summary>
    private const int DaysBack = 7;

    private static readonly TimeSpan WorthAsking = TimeSpan.FromDays(7);

    public static string Name => "legal-aid/ask-whether-solved";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(10, 30);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var today = ScheduleData.Moment(UnionCalendar.DayOf(due), TimeOnly.MinValue);
        for (var done = 0; ;)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var held = await HeldAsync(today.AddDays(-DaysBack), today, ct);
            if (held.Count == 0) return new JobReport(done);

            // One that another host asked about meanwhile is not asked again: the key of the table says so.
            foreach (var booking in held)
                await db.Database.ExecuteSqlAsync(
                    $"INSERT INTO legal_follow_up (booking_id, person_id, asked_at) VALUES ({booking.Id}, {booking.Person.Value}, {due}) ON CONFLICT DO NOTHING", ct);

            done += await outbox.AddAsync([.. held.Select(b => DraftOf(b, due))], ct);
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>Those that took place and were over before today, and were not asked about.</summary>
    private Task<List<Held>> HeldAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) => db.Bookings.AsNoTracking()
        .Where(b => b.PersonId != null && (b.State == BookingState.Done || b.State == BookingState.Transferred))
        .Where(b => b.EndedAt >= from && b.EndedAt < until && !db.Set<ConsultationFollowUp>().Any(f => f.BookingId == b.Id))
        .OrderBy(b => b.Id).Take(AtOnce).Select(b => new Held(b.Id, b.PersonId!.Value, b.StartsAt)).ToListAsync(ct);

    private static OutboundDraft DraftOf(Held booking, DateTimeOffset due) => new(
        booking.Person, string.Create(CultureInfo.InvariantCulture, $"legal-aid/follow-up/{booking.Id:N}"), new AskSolvedByPush(), due, due + WorthAsking)
    {
        Kind = MessageKind.BookingReminder,
        Notice = new SolvedNotice(booking.StartsAt),
    };

    private sealed record Held(Guid Id, PersonId Person, DateTimeOffset StartsAt);
}
