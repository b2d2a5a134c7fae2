using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>Days (静默) on which nobody is told anything unasked: 除夕, days of mourning. Set by a named member of staff.</summary>
public sealed class SilentDays(UnionDb db, AuditLog audit, BusinessClock clock)
{
    /// <summary>Today and those to come, the next first.</summary>
    public async Task<IReadOnlyList<SilentDay>> ListAsync(CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(clock.GetUtcNow());
        return await db.Database
            .SqlQuery<SilentDay>($"SELECT day AS \"Day\", staff_id AS \"Staff\" FROM silent_day WHERE day >= {today} ORDER BY day")
            .ToListAsync(ct);
    }

    /// <summary>Whether a day is over, so that nothing can be decided about it.</summary>
    public bool IsOver(DateOnly day) => day < UnionCalendar.DayOf(clock.GetUtcNow());

    /// <summary>The same in somebody's own transaction.</summary>
    internal static async Task<IReadOnlySet<DateOnly>> FromAsync(NpgsqlConnection connection, DateOnly today, CancellationToken ct)
    {
        var days = new HashSet<DateOnly>();
        await using var command = new NpgsqlCommand("SELECT day FROM silent_day WHERE day >= $1", connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) days.Add(row.GetFieldValue<DateOnly>(0));
        return days;
    }

    /// <returns>Whether anything changed.</returns>
    public async Task<bool> SetAsync(DateOnly day, bool silent, long staff, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = silent
            ? await db.Database.ExecuteSqlAsync($"INSERT INTO silent_day (day, staff_id) VALUES ({day}, {staff}) ON CONFLICT DO NOTHING", ct)
            : await db.Database.ExecuteSqlAsync($"DELETE FROM silent_day WHERE day = {day}", ct);
        if (changed == 0) return false;

        audit.Add(AuditActor.Staff(staff), silent ? "silent-day/set" : "silent-day/removed", $"day/{day:yyyy-MM-dd}", clock.GetUtcNow(), reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}

/// <param name="Day">In China.</param>
/// <param name="Staff">Who set it.</param>
public sealed record SilentDay(DateOnly Day, long Staff);
