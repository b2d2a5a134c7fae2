namespace UnionBot.Web.Setup.Settings;

/// <summary>How the outside is told that somebody's life or safety may be at stake.</summary>
internal sealed record AlarmOptions : ISettings
{
    public static string Section => "Alarm";

    /// <summary>Takes a POST of JSON with number, kind and time at every call of staff; empty for none.</summary>
    [Secret]
    public string WebhookUrl { get; init; } = "";

    /// <summary>The account's template (模板消息) for staff whose chats are closed to free words; empty for none.</summary>
    public string TemplateId { get; init; } = "";

    /// <summary>What goes into the fields of that template, such as <c>character_string1=number,thing2=kind</c>.</summary>
    public string TemplateFields { get; init; } = "";

    public bool HasTemplate => TemplateId.Length > 0;

    public IEnumerable<Problem> Problems()
    {
        if (WebhookUrl.Length > 0
            && (!Uri.TryCreate(WebhookUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")))
        {
            yield return new(nameof(WebhookUrl), "an absolute http(s) address, or empty");
        }

        if (HasTemplate ? AlarmTemplate.FieldsIn(TemplateFields).Count == 0 : TemplateFields.Length > 0)
        {
            yield return new(nameof(TemplateFields), $"field={string.Join('|', AlarmTemplate.Names)}, more of them behind commas; empty without TemplateId");
        }
    }
}
