using System.Globalization;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>A free time of the schedule as people are shown it, and back.</summary>
internal static class SlotKey
{
    private const string Title = "律师";

    public static OfferedSlot Show(FreeSlot slot) => new(
        string.Create(CultureInfo.InvariantCulture, $"{slot.LawyerId}/{slot.StartsAt.UtcTicks}/{slot.EndsAt.UtcTicks}/{(short)slot.Mode}/{slot.SiteId}"),
        slot.StartsAt,
        (int)(slot.EndsAt - slot.StartsAt).TotalMinutes,
        ModeOf(slot.Mode),
        slot.Lawyer.EndsWith(Title, StringComparison.Ordinal) ? slot.Lawyer : slot.Lawyer + Title,
        slot.IsWoman,
        slot.Site,
        slot.Address);

    public static FreeSlot Read(OfferedSlot shown)
    {
        var parts = shown.Key.Split('/').Select(part => part.Length == 0 ? (long?)null : long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new FreeSlot(
            parts[0]!.Value, Moment(parts[1]!.Value), Moment(parts[2]!.Value), (ConsultationModes)(short)parts[3]!.Value, parts[4]);
    }

    public static ConsultationModes ModesOf(ConsultMode? mode) => mode switch
    {
        ConsultMode.Onsite => ConsultationModes.OnSite,
        ConsultMode.Phone => ConsultationModes.Phone,
        ConsultMode.Video => ConsultationModes.Video,
        _ => ConsultationModes.All,
    };

    private static ConsultMode ModeOf(ConsultationModes mode) => mode switch
    {
        ConsultationModes.Phone => ConsultMode.Phone,
        ConsultationModes.Video => ConsultMode.Video,
        _ => ConsultMode.Onsite,
    };

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}
