namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Why a time was not held or booked. Expected outcomes, no errors.</summary>
public enum BookingRefusal
{
    /// <summary>Somebody was faster, or it is not offered any more.</summary>
    SlotTaken,

    /// <summary>Too close, or too far ahead.</summary>
    OutOfReach,

    /// <summary>The hold has run out; the time may be free all the same.</summary>
    HoldOver,

    /// <summary>They have an open booking, which can be moved.</summary>
    HasOpenBooking,

    /// <summary>They had as many consultations lately as one may have.</summary>
    HadEnough,

    /// <summary>There is no such booking of theirs that is still open.</summary>
    NoSuchBooking,

    /// <summary>It cannot be done to the booking as it is now.</summary>
    NotNow,

    /// <summary>Somebody did something to it since it was looked at.</summary>
    Changed,
}
