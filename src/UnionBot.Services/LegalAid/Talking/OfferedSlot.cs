using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>A time with a lawyer that was free when it was shown.</summary>
/// <param name="Key">Names it to the schedule; means nothing to people.</param>
/// <param name="Lawyer">王律师.</param>
/// <param name="Site">Where, for a talk on the spot; null for phone and video.</param>
public sealed record OfferedSlot(string Key, DateTimeOffset StartsAt, int Minutes, ConsultMode Mode, string Lawyer, bool IsWoman, string? Site, string? Address)
{
    public bool IsPhone => Mode is ConsultMode.Phone;

    public bool IsVideo => Mode is ConsultMode.Video;

    public bool IsOnsite => Mode is ConsultMode.Onsite;
}
