using UnionBot.Core.Messaging;

namespace UnionBot.Web.Setup.Settings;

/// <summary>
/// The account's templates by kind of message, as a setting: <c>booking=TEMPLATE thing1=title,time2=time; visit=…</c>.
/// The fields stand before the <c>=</c>, behind it the names of the lines of the message's short form.
/// </summary>
internal static class MessageForms
{
    private const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <returns>Empty when the setting is wrong.</returns>
    public static IReadOnlyDictionary<MessageKind, MessageForm> Read(string setting)
    {
        var forms = new Dictionary<MessageKind, MessageForm>();
        foreach (var entry in setting.Split(';', Clean))
        {
            if (ReadForm(entry) is not { } form || !forms.TryAdd(form.Kind, form)) return new Dictionary<MessageKind, MessageForm>();
        }

        return forms;
    }

    /// <summary>What would be right; null when the setting is.</summary>
    public static string? FaultOf(string setting, SendRoute route)
    {
        var forms = Read(setting);
        if (forms.Count == 0 && setting.Length > 0) return "kind=TEMPLATE field=name,field=name; more of them behind semicolons";

        return forms.Keys.Select(kind => SendRoutes.RefusalOf(kind, route) is { } why ? $"without {kind}: {why}" : null)
            .FirstOrDefault(fault => fault is not null);
    }

    private static MessageForm? ReadForm(string entry)
    {
        if (entry.Split(' ', 2, Clean) is not [var head, var fields] || head.Split('=', Clean) is not [var name, var id]) return null;
        if (KindOf(name) is not { } kind) return null;

        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in fields.Split(',', Clean))
        {
            if (pair.Split('=', Clean) is not [var field, var line] || !read.TryAdd(field, line)) return null;
        }

        return new MessageForm(kind, id, read);
    }

    // Written as other names in settings are: vacancy-push.
    private static MessageKind? KindOf(string name)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal);
        return Enum.GetValues<MessageKind>().Cast<MessageKind?>()
            .FirstOrDefault(kind => $"{kind}".Equals(plain, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>A template of the account, and which line of a message's short form fills which of its fields.</summary>
internal sealed record MessageForm(MessageKind Kind, string TemplateId, IReadOnlyDictionary<string, string> Fields);
