using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Core.Calendar.Holidays;

/// <summary>The imported holiday schedules as rows.</summary>
internal static class HolidayTable
{
    /// <summary>The last import that left rows; 0 for none.</summary>
    public static Task<long> VersionAsync(UnionDb db, CancellationToken ct) =>
        db.Database.SqlQuery<long>($"""SELECT coalesce(max(import_run_id), 0) AS "Value" FROM holiday_period""").SingleAsync(ct);

    /// <summary>All rows, in order of days.</summary>
    public static Task<List<HolidayPeriod>> ReadAsync(UnionDb db, CancellationToken ct) => db.Database.SqlQuery<HolidayPeriod>(
        $"""
        SELECT year AS "Year", is_work AS "IsWork", holidays AS "Holidays", first_on AS "FirstOn", last_on AS "LastOn", source AS "Source"
          FROM holiday_period ORDER BY first_on
        """).ToListAsync(ct);

    /// <summary>Puts these rows in place of all of their years.</summary>
    public static async Task ReplaceAsync(UnionDb db, IReadOnlyList<HolidayPeriod> periods, long importRun, CancellationToken ct)
    {
        var (years, work, holidays) = (periods.Select(p => p.Year).ToArray(), periods.Select(p => p.IsWork).ToArray(), periods.Select(p => p.Holidays).ToArray());
        var (first, last, sources) = (periods.Select(p => p.FirstOn).ToArray(), periods.Select(p => p.LastOn).ToArray(), periods.Select(p => p.Source).ToArray());
        await db.Database.ExecuteSqlAsync($"DELETE FROM holiday_period WHERE year = ANY ({years})", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO holiday_period (year, is_work, holidays, first_on, last_on, source, import_run_id)
            SELECT y, w, h, f, l, s, {importRun} FROM unnest({years}, {work}, {holidays}, {first}, {last}, {sources}) AS line (y, w, h, f, l, s)
            """, ct);
    }
}
