using Npgsql;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Keys.Rotation;

/// <summary>
/// What is said to the database to seal one column anew, page by page in the order of the table's primary key, which is
/// asked of the database itself and travels as text.
/// </summary>
internal sealed class ResealStatements
{
    private const string KeySql =
        """
        SELECT a.attname::text, format_type(a.atttypid, a.atttypmod)
          FROM pg_index i
          JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS part (attnum, n) ON true
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = part.attnum
         WHERE i.indrelid = $1::regclass AND i.indisprimary
         ORDER BY part.n
        """;

    private ResealStatements(SealedColumn column, IReadOnlyList<(string Name, string Type)> key)
    {
        KeyParts = key.Count;
        var names = string.Join(", ", key.Select(k => $"t.{k.Name}"));
        var stale = $"octet_length(t.{column.Column}) > 0 AND substring(t.{column.Column} FROM 1 FOR octet_length($1)) <> $1";
        string PageSql(string where) =>
            $"""
            SELECT {string.Join(", ", key.Select(k => $"t.{k.Name}::text"))},
                   CASE WHEN {stale} THEN t.{column.Column} END,
                   CASE WHEN {stale} THEN {column.Row} END
              FROM {column.Table} t {where} ORDER BY {names} LIMIT $2
            """;

        FirstPage = PageSql("");
        NextPage = PageSql($"WHERE ({names}) > ({string.Join(", ", key.Select((k, i) => $"${i + 3}::{k.Type}"))})");
        Replace =
            $"""
            WITH anew AS (
                SELECT * FROM unnest($1, $2, {string.Join(", ", key.Select((_, i) => $"${i + 3}"))})
                           AS a (old, new, {string.Join(", ", key.Select((_, i) => $"k{i}"))})
            ), mine AS (
                SELECT {names}, anew.new AS new_value
                  FROM anew JOIN {column.Table} t ON {string.Join(" AND ", key.Select((k, i) => $"t.{k.Name} = anew.k{i}::{k.Type}"))}
                   AND t.{column.Column} = anew.old
                   FOR NO KEY UPDATE OF t SKIP LOCKED
            )
            UPDATE {column.Table} t SET {column.Column} = mine.new_value FROM mine
             WHERE {string.Join(" AND ", key.Select(k => $"t.{k.Name} = mine.{k.Name}"))}
            """;
    }

    /// <summary>How many columns the primary key has.</summary>
    public int KeyParts { get; }

    /// <summary>
    /// <c>$1</c> how a value begins that is current, <c>$2</c> how many rows. Gives the parts of the key, and of a value
    /// that is not current the value and what names its row.
    /// </summary>
    public string FirstPage { get; }

    /// <summary>The same, <c>$3</c> and on the key behind which it begins.</summary>
    public string NextPage { get; }

    /// <summary>
    /// <c>$1</c> old values, <c>$2</c> new ones, <c>$3</c> and on the parts of their keys. A row whose value is another by
    /// now is left as it is; one that is locked is left for later: whoever waited for it while holding others could meet
    /// the bot in a deadlock.
    /// </summary>
    public string Replace { get; }

    public static async Task<ResealStatements> ForAsync(
        SealedColumn column, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(KeySql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = column.Table });
        await using var row = await command.ExecuteReaderAsync(ct);
        var key = new List<(string, string)>();
        while (await row.ReadAsync(ct)) key.Add((row.GetString(0), row.GetString(1)));
        return new ResealStatements(column, key);
    }
}
