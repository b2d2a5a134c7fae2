using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Notices;

/// <summary>Asks what is not wanted any more.</summary>
public sealed record WhichNotices(IReadOnlyList<string> Choices) : IChoiceReply, ISampled<WhichNotices>
{
    public static IReadOnlyList<WhichNotices> Samples => [new(["招聘推送", "活动通知", "都不要"])];
}

/// <summary>Stopped as of now, and how it is turned on again.</summary>
/// <param name="Name">Such as 招聘推送.</param>
public sealed record NoticesStopped(string Name) : IReply, ISampled<NoticesStopped>
{
    public static IReadOnlyList<NoticesStopped> Samples => [new("招聘推送"), new("活动通知"), new("通知")];
}

/// <param name="Name">Such as 招聘推送.</param>
public sealed record NoticesStarted(string Name) : IReply, ISampled<NoticesStarted>
{
    public static IReadOnlyList<NoticesStarted> Samples => [new("招聘推送"), new("通知")];
}
