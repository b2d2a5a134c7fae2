using System.Collections.Frozen;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>Turns the fields of a push into its record; never throws for what it does not know.</summary>
internal static class PushParser
{
    private const int MaxRecordedNames = 40;
    private const int MaxNameLength = 64;

    // Abilities that a union account does not use.
    private static readonly FrozenSet<string> Ignored = FrozenSet.ToFrozenSet(
    [
        "user_get_card", "user_gifting_card", "user_del_card", "user_consume_card", "user_pay_from_pay_cell",
        "user_view_card", "user_enter_session_from_card", "update_member_card", "submit_membercard_user_info",
        "poi_check_notify", "wificonnected", "shakearoundusershake", "merchant_order", "user_authorize_invoice",
        "update_invoice_status", "submit_invoice_title", "enter", "user_enter_tempsession", "debug_demo",
    ]);

    /// <summary>The record, or null when sender, kind or moment is missing.</summary>
    public static Push? Parse(PushFields fields)
    {
        var type = fields.Text("MsgType").Trim();
        var from = fields.Text("FromUserName");
        if (type.Length == 0 || from.Length == 0 || fields.Moment("CreateTime") is not { } createdAt) return null;

        var isEvent = type.Equals("event", StringComparison.OrdinalIgnoreCase);
        var header = new PushHeader(
            fields.Text("ToUserName"),
            from,
            createdAt,
            fields.Text("MsgId"),
            isEvent ? fields.Text("Event").Trim().ToLowerInvariant() : "",
            isEvent ? fields.Text("EventKey") : "");

        return (isEvent ? Event(header, fields) : MessageParser.Parse(type, header, fields)) ?? Unknown(type, header, fields);
    }

    private static Push? Event(PushHeader header, PushFields fields) =>
        FollowEventParser.Parse(header, fields)
        ?? MenuEventParser.Parse(header, fields)
        ?? SendResultParser.Parse(header, fields)
        ?? AccountEventParser.Parse(header, fields)
        ?? (IsIgnored(header.EventName) ? new IgnoredEvent(header) : null);

    private static bool IsIgnored(string name) => name.StartsWith("card_", StringComparison.Ordinal) || Ignored.Contains(name);

    private static UnknownPush Unknown(string type, PushHeader header, PushFields fields) => new(
        header,
        SafeName(type),
        SafeName(header.EventName),
        [.. fields.Children.Select(child => SafeName(child.Name)).Distinct().Take(MaxRecordedNames)]);

    // These names go to a log: no blanks or line ends, no texts.
    private static string SafeName(string name) =>
        string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-').Take(MaxNameLength));
}
