using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Weather;

/// <summary>Every morning and evening: tells those who may release it, in their own chats, which hot days nobody has released yet.</summary>
internal sealed class AskForRelease(UnionDb db, WeatherDesk desk, Outbox outbox) : IJob
{
    /// <summary>Today, and tomorrow for whoever wants to decide on the evening before.</summary>
    private const int DaysAhead = 1;

    private static readonly TimeSpan WorthTelling = TimeSpan.FromHours(8);

    public static string Name => "campaigns/ask-for-weather-release";

    public static JobSchedule Schedule { get; } = JobSchedule.Cron("0 40 7,18 * * ?");

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var last = UnionCalendar.DayOf(due).AddDays(DaysAhead);
        WaitingDay[] waiting =
        [
            .. (await desk.ListAsync(ct))
                .Where(day => day.Day <= last && day.State is WeatherState.Waiting or WeatherState.Overtaken)
                .GroupBy(day => (day.Day, day.Need.Limit))
                .Select(group => WaitingDay.Of(group.Key.Day, group.Key.Limit, [.. group.Select(day => day.Region)])),
        ];
        if (waiting.Length == 0) return new JobReport(0);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var occasion = string.Create(CultureInfo.InvariantCulture, $"campaigns/weather-waits/{due.ToUnixTimeSeconds()}");
        var told = await outbox.AddAsync(
            [.. (await PhonesAsync(ct)).Select(phone => new OutboundDraft(phone, occasion, new WeatherWaits(waiting), due, due + WorthTelling) { Kind = MessageKind.StaffNotice })], ct);
        await transaction.CommitAsync(ct);
        return new JobReport(told);
    }

    /// <summary>The chats of those who may release it for the whole union. Who has bound none sees it by the command.</summary>
    private Task<List<PersonId>> PhonesAsync(CancellationToken ct) => (
        from staff in db.Set<Staff>().AsNoTracking()
        where staff.IsActive && staff.PersonId != null
            && db.Set<StaffRole>().Any(role => role.StaffId == staff.Id && role.OrganisationId == null && WeatherDesk.Releasing.Contains(role.Kind))
        orderby staff.Id
        select staff.PersonId!.Value).ToListAsync(ct);
}
