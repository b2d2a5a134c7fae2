namespace UnionBot.Web.Setup.Settings;

/// <summary>Settings without a prefix: where the bot listens.</summary>
internal sealed record SiteOptions : ISettings
{
    public static string Section => "";

    /// <summary>Addresses for everyone, separated by semicolons; TLS ends at the proxy in front.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Where people reach the bot from outside, for links in messages; empty for the first of <see cref="Urls"/>.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>The start of every link in a message.</summary>
    public Uri LinkBase => PublicUrl.Length > 0 ? new Uri(PublicUrl) : ListenAddress.ParseAll(Urls)[0].Reachable;

    public IEnumerable<Problem> Problems()
    {
        if (PublicUrl.Length > 0 && (!Uri.TryCreate(PublicUrl, UriKind.Absolute, out var outside) || outside.Scheme is not ("https" or "http")))
        {
            yield return new(nameof(PublicUrl), "an absolute http(s) address, or empty");
        }

        if (!ListenAddress.AreValid(Urls)) yield return new(nameof(Urls), ListenAddress.Allowed);
    }
}
