namespace UnionBot.Services.Membership;

/// <summary>Stored names of the cases that this service opens.</summary>
internal static class CaseKinds
{
    /// <summary>A confirmed phone, and no row of the roster that fits.</summary>
    public const string Check = "membership/check";

    /// <summary>A confirmed phone, and a row that somebody else is bound to.</summary>
    public const string SecondClaim = "membership/second-claim";

    /// <summary>Somebody wants to be unbound from their row of the roster, and to keep everything else.</summary>
    public const string Unbind = "membership/unbind";

    /// <summary>Somebody with an open case no longer follows: to be called by telephone.</summary>
    public const string Unfollowed = "membership/unfollowed";
}
