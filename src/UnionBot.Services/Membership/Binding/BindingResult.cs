using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.Binding;

/// <summary>What a code led to.</summary>
internal abstract record BindingResult
{
    private BindingResult() { }

    /// <param name="Now">The person as a member.</param>
    public sealed record Bound(Speaker Now) : BindingResult;

    /// <summary>
    /// The phone is confirmed, but no row fits, or somebody else is bound to it. The person is told the same in both
    /// cases; staff have to look.
    /// </summary>
    /// <param name="CaseKind">Stored name of the case that tells staff which it is.</param>
    public sealed record Unmatched(Speaker Now, string CaseKind) : BindingResult;

    /// <summary>The phone is confirmed, and no more than that is possible on this channel.</summary>
    public sealed record PhoneOnly(Speaker Now) : BindingResult;

    public sealed record WrongCode(int TriesLeft) : BindingResult;

    public sealed record CodeGone : BindingResult;

    /// <summary>No bind code that counts.</summary>
    public sealed record WrongBindCode : BindingResult;

    /// <summary>Too many bind codes or names were tried today; this one was not looked at.</summary>
    public sealed record TooManyTries : BindingResult;
}
