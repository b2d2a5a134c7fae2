namespace UnionBot.WeChat.Messages;

/// <summary>A talk with a member of staff began in the platform's own customer service: the bot is silent.</summary>
public sealed record StaffSessionOpened(PushHeader Header, string KfAccount) : EventPush(Header);

/// <summary>That talk is over.</summary>
public sealed record StaffSessionClosed(PushHeader Header, string KfAccount, string? CloseType) : EventPush(Header);

/// <summary>That talk went from one member of staff to another.</summary>
public sealed record StaffSessionSwitched(PushHeader Header, string FromKfAccount, string ToKfAccount) : EventPush(Header);

/// <summary>What a person did to the data they gave the account.</summary>
public enum UserDataChange
{
    Modified,

    /// <summary>Withdrew consent: delete the data named.</summary>
    Revoked,

    /// <summary>Deleted their WeChat account.</summary>
    Cancelled,
}

/// <summary>A person changed, withdrew or deleted personal data.</summary>
/// <param name="OpenId">Whose data; the sender of the push may be the platform.</param>
/// <param name="RevokedKinds">
/// 201 address, 202 invoice, 203 card, 204 microphone, 205 nickname and avatar, 206 location, 207 chosen media.
/// </param>
public sealed record UserDataEvent(
    PushHeader Header, UserDataChange Change, string OpenId, string AppId, IReadOnlyList<int> RevokedKinds)
    : EventPush(Header);

/// <summary>What happened to the account's verification.</summary>
public enum VerificationChange
{
    QualificationVerified,
    QualificationFailed,
    NameVerified,
    NameFailed,
    RenewalDue,
    Expired,
}

/// <summary>News of the account's verification (微信认证), for whoever runs it.</summary>
/// <param name="At">When it expires, is due or failed; null = not given.</param>
/// <param name="FailReason">In the platform's words; "" = not given.</param>
public sealed record VerificationEvent(
    PushHeader Header, VerificationChange Change, DateTimeOffset? At, string FailReason) : EventPush(Header);
