using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionBot.Chat.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Calendar.Holidays;

/// <summary>Puts in force what was imported of holiday schedules, over those that came with the bot.</summary>
public sealed class ImportedHolidays(IServiceScopeFactory scopes, HolidaySchedule schedule, ILogger<ImportedHolidays> log)
{
    /// <summary>The last import that is in force; 0 for none.</summary>
    private long _version;

    /// <summary>Takes up what was imported since the last time; not from two threads at once.</summary>
    public async Task TakeUpAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        var version = await HolidayTable.VersionAsync(db, ct);
        if (version == _version) return;

        var periods = await HolidayTable.ReadAsync(db, ct);
        HolidayYear[] years = [.. periods.GroupBy(p => p.Year).Select(year => YearOf(year.Key, [.. year]))];
        schedule.Import(years);
        _version = version;
        log.LogInformation("In force: the imported holiday schedules of {Years}", string.Join(", ", years.Select(year => year.Year)));
    }

    private static HolidayYear YearOf(short year, HolidayPeriod[] periods) => new(
        year,
        [.. periods.Where(p => !p.IsWork).Select(p => new Break(p.Holidays.Split(HolidayPeriod.Separator), p.FirstOn, p.LastOn))],
        [.. periods.Where(p => p.IsWork).SelectMany(p => Enumerable.Range(0, p.LastOn.DayNumber - p.FirstOn.DayNumber + 1).Select(p.FirstOn.AddDays))]);
}
