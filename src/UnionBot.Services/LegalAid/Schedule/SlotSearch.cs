using UnionBot.Chat.Calendar;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Finds free times for a wish.</summary>
internal sealed class SlotSearch(ScheduleReader reader, HolidaySchedule holidays, LegalAidRules rules, LegalAidCiphers ciphers, BusinessClock clock)
{
    /// <summary>The best first, each time of day once.</summary>
    /// <param name="person">To whom what they hold is free; null for nobody.</param>
    public async Task<IReadOnlyList<FreeSlot>> FindAsync(UnionDb db, SlotWish wish, int most, PersonId? person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = UnionCalendar.DayOf(now);
        var data = await reader.ReadAsync(db, today, today.AddDays(rules.HorizonDays), wish.LawyerId, person, ct);
        return [.. InOrder(new FreeTimes(data, holidays, rules, now).For(wish), wish, data).Take(most).Select(s => Named(s, data))];
    }

    /// <summary>Whether a time is still free, reckoned anew from what the database holds now.</summary>
    public async Task<bool> IsFreeAsync(UnionDb db, FreeSlot slot, bool isUrgent, CancellationToken ct)
    {
        var day = UnionCalendar.DayOf(slot.StartsAt);
        var data = await reader.ReadAsync(db, day, day, slot.LawyerId, own: null, ct);
        return Enum.GetValues<ConsultationLength>()
            .Where(length => rules.LengthOf(length) == slot.EndsAt - slot.StartsAt)
            .Select(length => new SlotWish { Modes = slot.Mode, SiteId = slot.SiteId, From = day, Until = day, Length = length, IsUrgent = isUrgent })
            .Any(wish => new FreeTimes(data, holidays, rules, clock.GetUtcNow()).For(wish).Any(s => s.StartsAt == slot.StartsAt));
    }

    /// <summary>
    /// Soonest first; a time that was named, nearest first within each day. Of one time, who knows the topic, then who has least to do: that
    /// does not depend on the others, so only one of each time is put in order.
    /// </summary>
    private static IEnumerable<FreeSlot> InOrder(IEnumerable<FreeSlot> slots, SlotWish wish, ScheduleData data)
    {
        var (rank, best) = (RankOf(wish, data), new Dictionary<DateTimeOffset, FreeSlot>());
        foreach (var slot in slots)
        {
            if (!best.TryGetValue(slot.StartsAt, out var other) || rank[slot.LawyerId] < rank[other.LawyerId]) best[slot.StartsAt] = slot;
        }

        return best.Values
            .OrderBy(s => wish.At is null ? default : UnionCalendar.DayOf(s.StartsAt))
            .ThenBy(s => wish.At is { } at ? Distance(s.StartsAt, at) : TimeSpan.Zero)
            .ThenBy(s => s.StartsAt);
    }

    /// <summary>Each lawyer's place among those who are free at one time.</summary>
    private static Dictionary<long, int> RankOf(SlotWish wish, ScheduleData data) => data.Lawyers
        .OrderByDescending(l => wish.Topic is { } topic && l.Skills.Contains(topic)).ThenBy(l => data.Busy[l.Id].Count()).ThenBy(l => l.Id)
        .Index().ToDictionary(l => l.Item.Id, l => l.Index);

    private static TimeSpan Distance(DateTimeOffset start, TimeOnly at) =>
        (TimeOnly.FromDateTime(start.ToOffset(UnionCalendar.ChinaOffset).DateTime).ToTimeSpan() - at.ToTimeSpan()).Duration();

    public FreeSlot Named(FreeSlot slot, ScheduleData data) =>
        Named(slot, data.Lawyers.First(l => l.Id == slot.LawyerId), slot.SiteId is { } site ? data.Sites[site] : null);

    /// <summary>The same with lawyer and place in words.</summary>
    public FreeSlot Named(FreeSlot slot, Lawyer lawyer, Site? site) => slot with
    {
        Lawyer = ciphers.OpenLawyer(lawyer.Id, lawyer.Name),
        IsWoman = lawyer.IsWoman,
        Site = site?.Name,
        Address = site?.Address,
    };
}
