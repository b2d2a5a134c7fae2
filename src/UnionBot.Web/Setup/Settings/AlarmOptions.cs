namespace UnionBot.Web.Setup.Settings;

/// <summary>How the outside is told that somebody's life or safety may be at stake.</summary>
internal sealed record AlarmOptions : ISettings
{
    public static string Section => "Alarm";

    /// <summary>Takes a POST of JSON with number, kind and time at every call of staff; empty for none.</summary>
    [Secret]
    public string WebhookUrl { get; init; } = "";

    public IEnumerable<Problem> Problems()
    {
        if (WebhookUrl.Length == 0) yield break;
        if (!Uri.TryCreate(WebhookUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            yield return new(nameof(WebhookUrl), "an absolute http(s) address, or empty");
        }
    }
}
