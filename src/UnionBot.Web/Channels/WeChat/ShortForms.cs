using System.Globalization;
using UnionBot.Core.Messaging;
using UnionBot.Web.Setup.Settings;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Fills the account's templates with messages' short forms, for template messages and subscription notices.</summary>
internal sealed class ShortForms
{
    private readonly Dictionary<(SendRoute, MessageKind), MessageForm> _forms = [];

    public ShortForms(AlarmOptions alarms, SendingOptions sending)
    {
        foreach (var (kind, form) in MessageForms.Read(sending.Templates)) _forms[(SendRoute.Template, kind)] = form;
        foreach (var (kind, form) in MessageForms.Read(sending.Notices)) _forms[(SendRoute.Notice, kind)] = form;
        if (alarms.HasTemplate)
        {
            _forms[(SendRoute.Template, MessageKind.Alarm)] =
                new MessageForm(MessageKind.Alarm, alarms.TemplateId, AlarmTemplate.FieldsIn(alarms.TemplateFields));
        }
    }

    public TemplateMessage Template(ClaimedMessage message)
    {
        var (id, fields) = Fill(SendRoute.Template, message);

        // The platform sends one id once, also when its answer was lost and we ask again.
        return new TemplateMessage(message.Address, id, fields, ClientMsgId: message.Id.ToString(CultureInfo.InvariantCulture));
    }

    public NoticeMessage Notice(ClaimedMessage message)
    {
        var (id, fields) = Fill(SendRoute.Notice, message);
        return new NoticeMessage(message.Address, id, fields);
    }

    /// <summary>The draft (草稿) that a preview shows.</summary>
    /// <exception cref="KeyNotFoundException">The message is none.</exception>
    public static string DraftIn(ClaimedMessage message) => ValuesIn(message.Notice ?? "")["draft"];

    private (string TemplateId, Dictionary<string, string> Fields) Fill(SendRoute route, ClaimedMessage message)
    {
        var form = _forms[(route, message.Kind)];
        var values = ValuesIn(message.Notice ?? "");
        return (form.TemplateId, form.Fields.ToDictionary(field => field.Key, field => values.GetValueOrDefault(field.Value, "")));
    }

    /// <param name="lines">
    /// One <c>name: value</c> a line; what somebody left out of the template is empty, and refused by the platform.
    /// </param>
    private static Dictionary<string, string> ValuesIn(string lines) => lines.Split('\n')
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .Where(parts => parts.Length == 2)
        .DistinctBy(parts => parts[0])
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
