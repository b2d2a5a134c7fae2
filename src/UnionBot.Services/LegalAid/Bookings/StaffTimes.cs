using UnionBot.Chat.Calendar;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// The free times that staff can give away: all of the rota, those kept for the urgent included, without the notice that people need.
/// </summary>
internal sealed class StaffTimes(ScheduleReader reader, HolidaySchedule holidays, SlotSearch search, LegalAidRules rules, BusinessClock clock)
{
    /// <param name="lawyer">The one lawyer it is about; null for all.</param>
    public Task<ScheduleData> ReadAsync(UnionDb db, DateOnly first, DateOnly last, long? lawyer, CancellationToken ct) =>
        reader.ReadAsync(db, first, last, lawyer, own: null, ct);

    /// <summary>By time, then lawyer; with lawyer and place in words.</summary>
    /// <param name="wish">With the days that <paramref name="data"/> was read for.</param>
    public IReadOnlyList<FreeSlot> Find(ScheduleData data, SlotWish wish)
    {
        var now = clock.GetUtcNow();
        var days = wish.Until is { } last ? last.DayNumber - UnionCalendar.DayOf(now).DayNumber : rules.HorizonDays;
        var free = new FreeTimes(data, holidays, rules with { Notice = TimeSpan.Zero, HorizonDays = days }, now).For(wish);
        return [.. free.OrderBy(s => s.StartsAt).ThenBy(s => s.LawyerId).Select(s => search.Named(s, data))];
    }

    /// <summary>Today's times for somebody who is there already: from now on, not by the steps from the beginning of each block.</summary>
    public async Task<IReadOnlyList<FreeSlot>> FromNowAsync(UnionDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = UnionCalendar.DayOf(now);
        var data = await ReadAsync(db, today, today, lawyer: null, ct);
        var over = new Absence(lawyer: null, site: null, ScheduleData.Moment(today, TimeOnly.MinValue), now, reason: null);
        return Find(
            data with { Absences = [.. data.Absences, over] },
            new SlotWish { Modes = ConsultationModes.OnSite, From = today, Until = today, IsUrgent = true });
    }
}
