using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using UnionBot.Core.Messaging;
using UnionBot.Web.Setup.Settings;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Makes of a message's short form a template message (模板消息), by the account's template for alarms.</summary>
internal sealed class NoticeTemplate(AlarmOptions alarms)
{
    private readonly IReadOnlyDictionary<string, string> _fields = AlarmTemplate.FieldsIn(alarms.TemplateFields);

    /// <returns>False when no template is set, or the message has no short form.</returns>
    public bool TryFill(ClaimedMessage message, [NotNullWhen(true)] out TemplateMessage? notice)
    {
        notice = null;
        if (!alarms.HasTemplate || message.Notice is null) return false;

        var values = ValuesIn(message.Notice);
        notice = new TemplateMessage(
            message.Address,
            alarms.TemplateId,
            _fields.ToDictionary(field => field.Key, field => values.GetValueOrDefault(field.Value, "")),
            // The platform sends one id once, also when its answer was lost and we ask again.
            ClientMsgId: message.Id.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    /// <param name="notice">
    /// One <c>name: value</c> a line; what somebody left out of the template is empty, and refused by the platform.
    /// </param>
    private static Dictionary<string, string> ValuesIn(string notice) => notice.Split('\n')
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .Where(parts => parts.Length == 2)
        .DistinctBy(parts => parts[0])
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
