namespace UnionBot.Web.Setup.Settings;

/// <summary>Trying the bot without an account: invented people, and a clock that can be moved.</summary>
internal sealed record DemoOptions : ISettings
{
    public static string Section => "Demo";

    /// <summary>Never true where real people write.</summary>
    public bool Enabled { get; init; }

    public IEnumerable<Problem> Problems() => [];
}
