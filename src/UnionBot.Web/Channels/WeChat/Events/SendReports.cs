using UnionBot.Core.Messaging;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat.Events;

/// <summary>Reads the results of our own sends.</summary>
internal static class SendReports
{
    /// <summary>What the platform calls a publication that goes on (1) and one that is done (0); every other number is a failure.</summary>
    private const int PublicationDone = 0;
    private const int PublicationRunning = 1;

    /// <returns>Empty for a push that is no result of a send.</returns>
    public static IReadOnlyList<ReportDraft> Of(Push push) => push switch
    {
        TemplateSendFinished template =>
            [new ReportDraft(ReportedSend.Template, template.MsgId, push.FromUser, OutcomeOf(template.Status))],
        NoticeSent notice => [.. notice.Deliveries.Select(delivery => Of(delivery, push.FromUser))],
        MassSendFinished mass => [Of(mass)],
        PublishFinished publication => [Of(publication)],
        _ => [],
    };

    private static ReportDraft Of(NoticeDelivery delivery, string address) => new(
        ReportedSend.Notice,
        delivery.MsgId,
        address,
        delivery.ErrorCode is 0 ? ReportedOutcome.Delivered : ReportedOutcome.Failed)
    {
        TemplateId = delivery.TemplateId,
        ErrorCode = delivery.ErrorCode is 0 ? null : delivery.ErrorCode,
    };

    private static ReportDraft Of(MassSendFinished mass) => new(
        ReportedSend.Mass, mass.MsgId, Address: null, mass.Succeeded ? ReportedOutcome.Delivered : ReportedOutcome.Failed)
    {
        ErrorCode = mass.FailureCode,
        Counts = new ReportedCounts(mass.TotalCount, mass.FilterCount, mass.SentCount, mass.ErrorCount),
    };

    private static ReportDraft Of(PublishFinished publication)
    {
        var outcome = publication.Status switch
        {
            PublicationDone => ReportedOutcome.Delivered,
            PublicationRunning => ReportedOutcome.Pending,
            _ => ReportedOutcome.Failed,
        };
        return new ReportDraft(ReportedSend.Publication, publication.PublishId, Address: null, outcome)
        {
            ErrorCode = outcome is ReportedOutcome.Failed ? publication.Status : null,
        };
    }

    private static ReportedOutcome OutcomeOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Delivered => ReportedOutcome.Delivered,
        DeliveryStatus.RefusedByUser => ReportedOutcome.RefusedByPerson,
        _ => ReportedOutcome.Failed,
    };
}
