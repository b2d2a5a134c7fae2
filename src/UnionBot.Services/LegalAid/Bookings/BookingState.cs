namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Stored as number: never changed.</summary>
public enum BookingState : short
{
    Booked = 0,

    /// <summary>They are there (已签到).</summary>
    CheckedIn = 1,

    Done = 2,

    /// <summary>They did not come (爽约).</summary>
    NoShow = 3,

    /// <summary>Called twice in vain (未接通), which is no fault of theirs.</summary>
    NotAnswered = 4,

    Cancelled = 5,

    /// <summary>It went on elsewhere (转办).</summary>
    Transferred = 6,
}

/// <summary>What happened to a booking. Stored as number: never changed.</summary>
public enum BookingDeed : short
{
    Booked = 0,
    Moved = 1,
    Cancelled = 2,

    /// <summary>They said that they will come.</summary>
    SaidComing = 3,
    CheckedIn = 4,
    WalkedIn = 5,
    Done = 6,
    NoShow = 7,

    /// <summary>Called once in vain.</summary>
    CallFailed = 8,
    NotAnswered = 9,

    /// <summary>Staff had to free the time; other times were offered.</summary>
    Displaced = 10,

    /// <summary>Nobody answered to those: they are called.</summary>
    ToBeCalled = 11,
    Transferred = 12,

    /// <summary>What came of it was written down, or put right.</summary>
    OutcomeWritten = 13,
    OutcomeCorrected = 14,

    /// <summary>It is one matter with others' (并案), or is not any more.</summary>
    Joined = 15,
    TakenOut = 16,
}

/// <summary>Where a matter goes on. Stored as number: never changed.</summary>
public enum TransferTarget : short
{
    /// <summary>调解.</summary>
    Mediation = 1,

    /// <summary>劳动争议仲裁.</summary>
    Arbitration = 2,

    /// <summary>法律援助中心.</summary>
    LegalAidCentre = 3,

    /// <summary>信访.</summary>
    Petition = 4,

    /// <summary>心理咨询.</summary>
    Counselling = 5,
}
