namespace UnionBot.WeChat.Messages;

/// <summary>How a send of ours ended at the receiver.</summary>
public enum DeliveryStatus
{
    Delivered,

    /// <summary>The receiver does not accept messages of the account.</summary>
    RefusedByUser,

    Failed,
}

/// <summary>A template message reached its receiver or did not; <see cref="PushHeader.MsgId"/> is the id of the send.</summary>
public sealed record TemplateSendFinished(PushHeader Header, DeliveryStatus Status) : EventPush(Header)
{
    public string MsgId => Header.MsgId;
}

/// <summary>A mass send is over; <see cref="PushHeader.MsgId"/> is the id of the send.</summary>
/// <param name="Succeeded">The platform accepted and sent it.</param>
/// <param name="FailureCode">The number in <c>err(N)</c>: why the platform or an administrator stopped it.</param>
/// <param name="TotalCount">Followers in the group that was meant.</param>
/// <param name="FilterCount">Those left after the monthly limit and refusals were taken out.</param>
public sealed record MassSendFinished(
    PushHeader Header,
    bool Succeeded,
    int? FailureCode,
    long TotalCount,
    long FilterCount,
    long SentCount,
    long ErrorCount,
    IReadOnlyList<CopyrightCheck> CopyrightChecks,
    IReadOnlyList<ArticleAddress> Articles) : EventPush(Header)
{
    public string MsgId => Header.MsgId;
}

/// <summary>The originality check of one article of a mass send; the states are the platform's numbers.</summary>
public sealed record CopyrightCheck(
    int? ArticleIndex,
    int? UserDeclareState,
    int? AuditState,
    string OriginalArticleUrl,
    int? OriginalArticleType,
    bool CanReprint,
    bool NeedReplaceContent,
    bool NeedShowReprintSource);

/// <summary>Where one article can be read.</summary>
public sealed record ArticleAddress(int? Index, string Url);

/// <summary>A draft was published or was not.</summary>
/// <param name="Status">0 done, 1 running, 2 originality, 3 failed, 4 audit, 5 deleted by the user, 6 banned.</param>
/// <param name="FailedIndexes">The articles, counted from 1, that were not accepted.</param>
public sealed record PublishFinished(
    PushHeader Header,
    string PublishId,
    int? Status,
    string ArticleId,
    IReadOnlyList<ArticleAddress> Articles,
    IReadOnlyList<int> FailedIndexes) : EventPush(Header);

/// <summary>A person answered the question for subscription notices: each accepted one is the right to one send.</summary>
public sealed record NoticeAnswered(PushHeader Header, IReadOnlyList<NoticeChoice> Choices) : EventPush(Header);

/// <summary>A person switched subscription notices off in the settings.</summary>
public sealed record NoticeChanged(PushHeader Header, IReadOnlyList<NoticeChoice> Choices) : EventPush(Header);

/// <summary>What a person chose for one template of notices.</summary>
/// <param name="PopupScene">1 = asked on a page, 2 = asked in an article; null = not given.</param>
public sealed record NoticeChoice(string TemplateId, bool Accepted, int? PopupScene);

/// <summary>Subscription notices were delivered or were not.</summary>
public sealed record NoticeSent(PushHeader Header, IReadOnlyList<NoticeDelivery> Deliveries) : EventPush(Header);

/// <summary>The delivery of one notice.</summary>
/// <param name="ErrorCode">0 = delivered; null = not given.</param>
public sealed record NoticeDelivery(string TemplateId, string MsgId, int? ErrorCode, string ErrorStatus);
