using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Weather;

/// <summary>
/// Every ten minutes: writes what was released for today into the ledger, to those who work outdoors there. Whoever belongs to two
/// districts, or was written to before a host died, hears of a day once: the key of the ledger says so.
/// </summary>
internal sealed class SendWeatherNotices(UnionDb db, WeatherDesk desk, WeatherRules rules, RegionBook regions, Outbox outbox, BusinessClock clock) : IJob
{
    private const int AtOnce = 500;

    /// <summary>Of the day it is about, in China: earlier nobody goes to work, later the heat is over.</summary>
    private static readonly TimeOnly From = new(6, 0);

    private static readonly TimeOnly Until = new(17, 0);

    public static string Name => "campaigns/send-weather-notices";

    public static JobSchedule Schedule { get; } = JobSchedule.Every(TimeSpan.FromMinutes(10));

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = UnionCalendar.DayOf(now);
        if (now < At(today, From) || now >= At(today, Until)) return new JobReport(0);

        var releases = await WeatherTable.ReleasesAsync(db, today, ct);
        var (told, skipped) = (0, 0);
        foreach (var release in releases.Where(r => r.Day == today && r.SentAt is null))
        {
            var forecast = await WeatherTable.FindForecastAsync(db, release.RegionCode, today, ct);
            if (forecast is null || desk.NeedOf(forecast) is not { } need || need.Limit != release.MetLimit) skipped++;
            else told += await TellAsync(release, forecast, need, now, ct);
        }

        return new JobReport(told, skipped);
    }

    /// <returns>How many were written to.</returns>
    private async Task<int> TellAsync(WeatherRelease release, Forecast forecast, WeatherNeed need, DateTimeOffset now, CancellationToken ct)
    {
        var told = 0;
        for (long after = 0; ;)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var people = await PeopleAsync(release.RegionCode, after, ct);
            var added = await outbox.AddAsync([.. people.Select(person => DraftOf(new PersonId(person), forecast, need))], ct);
            var isLast = people.Count < AtOnce;
            if (!await TryNoteAsync(release, added, isLast ? now : null, ct)) return told;

            await transaction.CommitAsync(ct);
            told += added;
            if (isLast) return told;

            after = people[^1];
        }
    }

    /// <summary>Counted with each page, so that what was written before a host died counts, too.</summary>
    /// <returns>False when the release was taken back or changed meanwhile: then this page must not be kept.</returns>
    private async Task<bool> TryNoteAsync(WeatherRelease release, int added, DateTimeOffset? sentAt, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE weather_release SET sent_at = {sentAt}, people = people + {added}
             WHERE region_code = {release.RegionCode} AND day = {release.Day} AND sent_at IS NULL AND met_limit = {release.MetLimit}
            """, ct) == 1;

    /// <summary>Members who work outdoors and whose union is in a district, or in a city's districts.</summary>
    private Task<List<long>> PeopleAsync(string region, long after, CancellationToken ct)
    {
        var (outdoor, test, kind) = (rules.Outdoor.ToArray(), rules.TestAccount, (short)MessageKind.Campaign);
        return db.Database.SqlQuery<long>(
            $"""
            SELECT DISTINCT p.id AS "Value"
              FROM person p
              JOIN member m ON m.person_id = p.id AND m.status <> 2
              JOIN organisation o ON o.id = m.organisation_id
              JOIN region r ON r.code = o.region_code
             WHERE p.channel = 'wechat' AND p.erased_at IS NULL AND p.unfollowed_at IS NULL AND p.id > {after}
               AND (r.code = {region} OR r.parent_code = {region})
               AND EXISTS (SELECT 1 FROM member_tag g WHERE g.member_id = m.id AND g.tag = ANY ({outdoor}))
               AND NOT EXISTS (SELECT 1 FROM member_tag g WHERE g.member_id = m.id AND g.tag = {test})
               AND NOT EXISTS (SELECT 1 FROM opt_out x WHERE x.person_id = p.id AND x.kind = {kind})
             ORDER BY 1 LIMIT {AtOnce}
            """).ToListAsync(ct);
    }

    private OutboundDraft DraftOf(PersonId person, Forecast forecast, WeatherNeed need)
    {
        var region = regions.ByCode(forecast.RegionCode)!.Name;
        return new OutboundDraft(
            person,
            string.Create(CultureInfo.InvariantCulture, $"campaigns/weather/{forecast.Day:yyyy-MM-dd}"),
            new HeatNotice(region, Degrees(forecast.Highest), need.Text),
            At(forecast.Day, From),
            At(forecast.Day, Until))
        {
            Kind = MessageKind.Campaign,
        };
    }

    private static string Degrees(decimal? degrees) => degrees is { } known ? known.ToString("0.#", CultureInfo.InvariantCulture) : "";

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day, time, UnionCalendar.ChinaOffset).ToUniversalTime();
}
