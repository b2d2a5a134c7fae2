namespace UnionBot.Services.Membership.Codes;

/// <summary>What a one-time code proves. Stored as a number: never changed.</summary>
public enum CodePurpose
{
    Bind = 1,
    Export = 2,
    Delete = 3,
}
