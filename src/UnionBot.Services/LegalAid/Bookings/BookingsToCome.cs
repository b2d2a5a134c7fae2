using System.Linq.Expressions;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// Which bookings are still a worker's to cancel or change. One whose time is over waits only for staff to write what came of it; one
/// that lost its time still needs another.
/// </summary>
internal static class BookingsToCome
{
    /// <summary>Whoever is there may have to wait beyond their time, at most so long.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    /// <param name="now">UTC.</param>
    public static Expression<Func<Booking, bool>> At(DateTimeOffset now)
    {
        var thereSince = now - LongestWait;
        return b => (b.State == BookingState.Booked && (b.EndsAt > now || b.TakenTimeId == null))
            || (b.State == BookingState.CheckedIn && b.EndsAt > thereSince);
    }
}
