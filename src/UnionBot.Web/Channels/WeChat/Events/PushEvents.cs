using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat.Events;

/// <summary>Brings every event that no person said to where it belongs. Each may be repeated and come out of order.</summary>
internal sealed partial class PushEvents(
    Followers followers,
    StaffSessions sessions,
    DeliveryReports reports,
    NoticeAnswers answers,
    AccountNews news,
    PrivacyEvents privacy,
    ILogger<PushEvents> log)
{
    private const string Channel = PushDelivery.Channel;

    public Task TakeAsync(Push push, CancellationToken ct) => push switch
    {
        UnsubscribeEvent => followers.UnfollowAsync(Channel, push.FromUser, push.CreatedAt, ct),
        StaffSessionOpened or StaffSessionSwitched => sessions.OpenAsync(Channel, push.FromUser, push.CreatedAt, ct),
        StaffSessionClosed => sessions.CloseAsync(Channel, push.FromUser, push.CreatedAt, ct),
        NoticeAnswered answered => AnswerAsync(push, answered.Choices, bySetting: false, ct),
        NoticeChanged changed => AnswerAsync(push, changed.Choices, bySetting: true, ct),
        UserDataEvent data => privacy.TakeAsync(data, ct),
        VerificationEvent verification => news.TakeAsync(verification, ct),
        _ => ReportAsync(push, ct),
    };

    private Task AnswerAsync(Push push, IReadOnlyList<NoticeChoice> choices, bool bySetting, CancellationToken ct) =>
        answers.RecordAsync(
            Channel,
            push.FromUser,
            push.DedupeKey,
            push.CreatedAt,
            bySetting,
            [.. choices.Select(choice => (choice.TemplateId, choice.Accepted))],
            ct);

    /// <summary>The results of our own sends are kept; what is left (a reported position, a page that was opened) is not.</summary>
    private Task ReportAsync(Push push, CancellationToken ct)
    {
        var drafts = SendReports.Of(push);
        if (drafts.Count == 0) LogDropped(log, push.GetType().Name);
        return reports.RecordAsync(Channel, push.DedupeKey, push.CreatedAt, drafts, ct);
    }

    [LoggerMessage(LogLevel.Debug, "Acknowledged a push of kind {Kind}; nothing of it is kept")]
    private static partial void LogDropped(ILogger log, string kind);
}
