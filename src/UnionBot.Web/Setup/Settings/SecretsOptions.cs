namespace UnionBot.Web.Setup.Settings;

/// <summary>Where secrets are kept that are not in the environment.</summary>
internal sealed record SecretsOptions : ISettings
{
    public static string Section => "Secrets";

    /// <summary>A JSON file like the settings' own that only its owner may open (0600); empty for none.</summary>
    public string File { get; init; } = "";

    public IEnumerable<Problem> Problems() => [];
}
