namespace UnionBot.Services.LegalAid.Talking;

/// <summary>The consultation that a choice of a message of ours is about: <c>legal-aid/come:018f…</c>.</summary>
internal static class BookingKey
{
    public static string Of(string dialog, string booking) => $"{dialog}:{booking}";

    /// <returns>As in <see cref="OwnBooking.Id"/>; null when the key names none.</returns>
    public static string? In(string? key) =>
        key?.Split(':') is [_, var id] && Guid.TryParse(id, out var booking) ? booking.ToString("N") : null;
}
