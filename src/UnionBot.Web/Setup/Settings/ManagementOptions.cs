namespace UnionBot.Web.Setup.Settings;

/// <summary>Where operators, and nobody else, see metrics and the details of health.</summary>
internal sealed record ManagementOptions : ISettings
{
    public static string Section => "Management";

    /// <summary>Addresses separated by semicolons; the default is reached from this machine only.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8081";

    public IEnumerable<Problem> Problems()
    {
        if (!ListenAddress.AreValid(Urls)) yield return new(nameof(Urls), ListenAddress.Allowed);
    }
}
