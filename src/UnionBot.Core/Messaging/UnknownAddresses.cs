namespace UnionBot.Core.Messaging;

/// <summary>
/// People of whom the platform said that it knows nobody by their address. It holds until they write or follow again, which is read from
/// their talk: so nothing has to be taken back when they come.
/// </summary>
public static class UnknownAddresses
{
    /// <summary>Whether the platform does not know a person <c>p</c>. Part of a query.</summary>
    public const string IsUnknownSql =
        "(p.unknown_at IS NOT NULL AND NOT EXISTS (SELECT FROM talk k WHERE k.person_id = p.id AND k.last_at > p.unknown_at))";

    /// <summary>Keeps it of a person $1, who was claimed for sending at $2.</summary>
    internal const string KeepSql = "UPDATE person SET unknown_at = $2 WHERE id = $1 AND erased_at IS NULL";
}
