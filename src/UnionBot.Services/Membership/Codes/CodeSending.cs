namespace UnionBot.Services.Membership.Codes;

/// <summary>Whether a code was sent on its way.</summary>
public enum CodeSending
{
    OnItsWay,

    /// <summary>One for this is on its way to this number already; less than a minute ago.</summary>
    TooSoon,

    /// <summary>One for something else, or for somebody else, went to this number less than a minute ago: there is none for this.</summary>
    AnotherJustSent,

    /// <summary>No more codes for this number or this person for now.</summary>
    TooMany,

    /// <summary>There is no number to send to.</summary>
    NoPhone,
}
