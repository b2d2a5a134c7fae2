using System.Globalization;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>What became of our own sends.</summary>
internal static class SendResultParser
{
    public static Push? Parse(PushHeader header, PushFields fields) => header.EventName switch
    {
        "templatesendjobfinish" => new TemplateSendFinished(header, StatusOf(fields.Text("Status"))),
        "masssendjobfinish" => MassSend(header, fields),
        "publishjobfinish" => Publish(header, fields.Child("PublishEventInfo")),
        "subscribe_msg_popup_event" => new NoticeAnswered(header, Choices(fields, "SubscribeMsgPopupEvent")),
        "subscribe_msg_change_event" => new NoticeChanged(header, Choices(fields, "SubscribeMsgChangeEvent")),
        "subscribe_msg_sent_event" => new NoticeSent(header, Deliveries(fields)),
        _ => null,
    };

    // "failed:user block" is written with and without a blank behind the colon.
    private static DeliveryStatus StatusOf(string status)
    {
        var letters = string.Concat(status.Where(char.IsAsciiLetter)).ToLowerInvariant();
        return letters switch
        {
            "success" => DeliveryStatus.Delivered,
            "faileduserblock" => DeliveryStatus.RefusedByUser,
            _ => DeliveryStatus.Failed,
        };
    }

    private static MassSendFinished MassSend(PushHeader header, PushFields fields)
    {
        var status = fields.Text("Status").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return new MassSendFinished(
            header,
            status is "sendsuccess",
            FailureCode(status),
            fields.LongNumber("TotalCount") ?? 0,
            fields.LongNumber("FilterCount") ?? 0,
            fields.LongNumber("SentCount") ?? 0,
            fields.LongNumber("ErrorCount") ?? 0,
            [.. Items(fields.Child("CopyrightCheckResult"), "ResultList").Select(Copyright)],
            [.. Items(fields.Child("ArticleUrlResult"), "ResultList")
                .Select(item => new ArticleAddress(item.Number("ArticleIdx"), item.Text("ArticleUrl")))]);
    }

    private static int? FailureCode(string status) =>
        status.StartsWith("err(", StringComparison.Ordinal)
        && int.TryParse(status.AsSpan(4).TrimEnd(')'), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    private static CopyrightCheck Copyright(PushFields item) => new(
        item.Number("ArticleIdx"),
        item.Number("UserDeclareState"),
        item.Number("AuditState"),
        item.Text("OriginalArticleUrl"),
        item.Number("OriginalArticleType"),
        item.Flag("CanReprint"),
        item.Flag("NeedReplaceContent"),
        item.Flag("NeedShowReprintSource"));

    private static PublishFinished Publish(PushHeader header, PushFields info)
    {
        var articles = info.Child("article_detail").All("item")
            .Select(item => new ArticleAddress(item.Number("idx"), item.Text("article_url")));
        var failed = info.All("fail_idx")
            .Select(index => int.TryParse(index.Value, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0);

        return new PublishFinished(
            header,
            info.Text("publish_id"),
            info.Number("publish_status"),
            info.Text("article_id"),
            [.. articles],
            [.. failed]);
    }

    private static NoticeChoice[] Choices(PushFields fields, string holder) =>
        [.. List(fields, holder).Select(item => new NoticeChoice(
            item.Text("TemplateId"),
            item.Text("SubscribeStatusString").Trim().Equals("accept", StringComparison.OrdinalIgnoreCase),
            item.Number("PopupScene")))];

    private static NoticeDelivery[] Deliveries(PushFields fields) =>
        [.. List(fields, "SubscribeMsgSentEvent").Select(item => new NoticeDelivery(
            item.Text("TemplateId"),
            item.Text("MsgID"),
            item.Number("ErrorCode"),
            item.Text("ErrorStatus")))];

    // In JSON the list may stand at the top, without the element that holds it in XML.
    private static IEnumerable<PushFields> List(PushFields fields, string holder) =>
        fields.All(holder).Concat([fields]).SelectMany(entry => entry.All("List"));

    // XML wraps every entry into "item"; JSON may be an array without it.
    private static IEnumerable<PushFields> Items(PushFields holder, string list)
    {
        var entries = holder.All(list).ToArray();
        var items = entries.SelectMany(entry => entry.All("item")).ToArray();
        return items.Length > 0 ? items : entries.Where(entry => entry.Children.Count > 0);
    }
}
