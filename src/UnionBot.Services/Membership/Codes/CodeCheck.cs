using UnionBot.Core.People;

namespace UnionBot.Services.Membership.Codes;

/// <summary>What became of a code that a person typed.</summary>
public abstract record CodeCheck
{
    private CodeCheck() { }

    /// <param name="Phone">The number that is proved.</param>
    public sealed record Right(MobileNumber Phone) : CodeCheck;

    public sealed record Wrong(int TriesLeft) : CodeCheck;

    /// <summary>Expired, used up, or never sent.</summary>
    public sealed record Gone : CodeCheck;
}
