namespace UnionBot.Web.Setup.Settings;

/// <summary>Settings without a prefix: where the bot listens.</summary>
internal sealed record SiteOptions : ISettings
{
    public static string Section => "";

    /// <summary>Addresses for everyone, separated by semicolons; TLS ends at the proxy in front.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8080";

    public IEnumerable<Problem> Problems()
    {
        if (!ListenAddress.AreValid(Urls)) yield return new(nameof(Urls), ListenAddress.Allowed);
    }
}
