using Npgsql;

namespace UnionBot.Web.Setup.Settings;

/// <summary>The database of one's own, if there is one.</summary>
internal sealed record DatabaseOptions : ISettings
{
    public static string Section => "ConnectionStrings";

    /// <summary>How to reach PostgreSQL 15 or newer; empty for a private server that the bot starts itself.</summary>
    [Secret]
    public string UnionBot { get; init; } = "";

    public bool IsPrivate => UnionBot.Length == 0;

    public IEnumerable<Problem> Problems()
    {
        if (!IsPrivate && !IsValid()) yield return new(nameof(UnionBot), "Host=…;Database=…;Username=…;Password=…");
    }

    private bool IsValid()
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(UnionBot) is { Host.Length: > 0, Database.Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
