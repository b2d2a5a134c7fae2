using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat.Events;

/// <summary>The stored names of the account's news.</summary>
internal static class VerificationKinds
{
    public const string Passed = "verification/passed";
    public const string Failed = "verification/failed";
    public const string NamePassed = "verification/name-passed";
    public const string NameFailed = "verification/name-failed";
    public const string RenewalDue = "verification/renewal-due";
    public const string Expired = "verification/expired";

    /// <summary>The newest of these tells how the verification stands.</summary>
    public static IReadOnlyList<string> Standing { get; } = [Passed, Failed, RenewalDue, Expired];

    /// <summary>The newest of these tells how the account's name stands.</summary>
    public static IReadOnlyList<string> Naming { get; } = [NamePassed, NameFailed];

    public static bool IsGood(string kind) => kind is Passed or NamePassed;

    public static string Of(VerificationChange change) => change switch
    {
        VerificationChange.QualificationVerified => Passed,
        VerificationChange.QualificationFailed => Failed,
        VerificationChange.NameVerified => NamePassed,
        VerificationChange.NameFailed => NameFailed,
        VerificationChange.RenewalDue => RenewalDue,
        VerificationChange.Expired => Expired,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };
}
