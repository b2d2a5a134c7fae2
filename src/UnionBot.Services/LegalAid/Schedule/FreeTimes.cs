using UnionBot.Chat.Calendar;
using UnionBot.Core.Calendar;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Reckons from the schedule which times are free for a wish. The same reckoning offers a time and, under the lawyer's lock, grants it.</summary>
internal sealed class FreeTimes(ScheduleData data, HolidaySchedule holidays, LegalAidRules rules, DateTimeOffset now)
{
    /// <summary>For each time and lawyer the first way that is possible: coming first.</summary>
    private static readonly ConsultationModes[] Ways = [ConsultationModes.OnSite, ConsultationModes.Phone, ConsultationModes.Video];

    /// <summary>In no order, with nobody's name.</summary>
    public IEnumerable<FreeSlot> For(SlotWish wish)
    {
        var today = UnionCalendar.DayOf(now);
        var (first, last) = (Later(today, wish.From ?? today), Earlier(today.AddDays(rules.HorizonDays), wish.Until ?? DateOnly.MaxValue));
        foreach (var lawyer in data.Lawyers.Where(l => Fits(l, wish)))
        {
            BusyTime[] busy = [.. data.BusyOf(lawyer.Id).OrderBy(b => b.From)];
            for (var day = first; day <= last; day = day.AddDays(1))
            {
                foreach (var block in data.BlocksOf(lawyer.Id, day, holidays))
                {
                    BusyTime[] inTheWay = [.. busy.Where(b => b.Meets(block.StartsAt - rules.Before, block.EndsAt + rules.After))];
                    foreach (var slot in InBlock(block, lawyer, wish, inTheWay)) yield return slot;
                }
            }
        }
    }

    private static bool Fits(Lawyer lawyer, SlotWish wish) =>
        (lawyer.Modes & wish.Modes) != ConsultationModes.None
        && (wish.LawyerId is null || wish.LawyerId == lawyer.Id)
        && !wish.Except.Contains(lawyer.Id)
        && (!wish.Woman || lawyer.IsWoman)
        && (!wish.Signs || lawyer.Signs)
        && (!wish.NewForms || lawyer.NewForms)
        && (wish.Dialect is null || lawyer.Dialects.Contains(wish.Dialect))
        && (!wish.AnyDialect || lawyer.Dialects.Length > 0);

    private IEnumerable<FreeSlot> InBlock(WorkBlock block, Lawyer lawyer, SlotWish wish, BusyTime[] busy)
    {
        var modes = block.Modes & lawyer.Modes & wish.Modes;
        if (modes is ConsultationModes.None) yield break;

        var length = rules.LengthOf(wish.Length);
        var urgentFrom = wish.IsUrgent ? DateTimeOffset.MaxValue : BlockTimes.UrgentFrom(block, length, rules.Before, rules.After, rules.UrgentShare);
        foreach (var start in BlockTimes.Of(block, length, rules.Before, rules.After, busy))
        {
            if (start < now + rules.Notice || !IsOpen(start, urgentFrom) || !IsWanted(start, wish)) continue;
            if (Ways.FirstOrDefault(way => modes.HasFlag(way) && IsPossible(way, block, start, length, wish)) is var way and not ConsultationModes.None)
                yield return new FreeSlot(lawyer.Id, start, start + length, way, way is ConsultationModes.OnSite ? block.SiteId : null);
        }
    }

    private bool IsOpen(DateTimeOffset start, DateTimeOffset urgentFrom) => start < urgentFrom || start < now + rules.UrgentUntil;

    private static bool IsWanted(DateTimeOffset start, SlotWish wish)
    {
        if (wish is { NotBefore: null, Before: null }) return true;

        var time = TimeOnly.FromDateTime(start.ToOffset(UnionCalendar.ChinaOffset).DateTime);
        return (wish.NotBefore is null || time >= wish.NotBefore) && (wish.Before is null || time < wish.Before);
    }

    private bool IsPossible(ConsultationModes way, WorkBlock block, DateTimeOffset start, TimeSpan length, SlotWish wish) =>
        way is not ConsultationModes.OnSite
        || (block.SiteId is { } site
            && (wish.SiteId is null || wish.SiteId == site)
            && (wish.RegionCode is null || data.Sites[site].RegionCode == wish.RegionCode)
            && data.HasRoom(site, start - rules.Before, start + length + rules.After));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
