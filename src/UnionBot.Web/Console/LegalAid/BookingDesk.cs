using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>What whoever is signed in does with a booking, from the board or from its own page.</summary>
internal sealed class BookingDesk(ConsoleVisit visit, LegalAidReach reach, BookingFiles files, StaffBookings bookings)
{
    public const string CheckIn = "check-in";
    public const string Missed = "missed";
    public const string NotAnswered = "not-answered";
    public const string Done = "done";

    /// <summary>How long the history was when somebody looked.</summary>
    public const string VersionField = "version";

    /// <summary>Null for a number that was typed, of which nothing was looked at.</summary>
    public static int? SeenIn(HttpRequest request) =>
        int.TryParse(request.Field(VersionField), CultureInfo.InvariantCulture, out var steps) ? steps : null;

    /// <returns>Why it was not done, in plain words; null when it was.</returns>
    public async Task<string?> DoAsync(string deed, string number, int? seen, CancellationToken ct)
    {
        if (await files.FindAsync(number, await reach.OfAsync(LegalAidEndpoints.Workers, ct), ct) is null) return LegalAidTexts.Of(BookingRefusal.NoSuchBooking);

        var by = AuditActor.Staff(visit.Known.Staff);
        var refusal = deed switch
        {
            CheckIn => await bookings.CheckInAsync(number, by, ct, seen),
            Missed => await bookings.MissAsync(number, by, ct, seen),
            NotAnswered => await bookings.CallInVainAsync(number, by, ct, seen),
            Done => await bookings.FinishAsync(number, BookingState.Done, by, ct, seen),
            _ => BookingRefusal.NotNow,
        };
        return (refusal, deed) switch
        {
            (null, _) => null,
            (BookingRefusal.NotNow, CheckIn) => "没有签到：这个预约不是今天的，或者已经签过到了。",
            (BookingRefusal.NotNow, Missed) => "还没过开始后 15 分钟，先等一等，本人可能还会来。",
            var (why, _) => LegalAidTexts.Of(why.Value),
        };
    }
}
