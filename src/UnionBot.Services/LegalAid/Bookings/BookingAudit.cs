using System.Globalization;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>What deeds around bookings are called in the audit.</summary>
internal static class BookingAudit
{
    /// <summary><c>booking/checked-in</c>.</summary>
    public static string ActionOf(BookingDeed deed) => $"booking/{SnakeCase.Of(deed.ToString()).Replace('_', '-')}";

    public static string SubjectOf(Guid booking) => $"booking/{booking:N}";

    public static string SubjectOf(long lawyer) => string.Create(CultureInfo.InvariantCulture, $"lawyer/{lawyer}");
}
