using System.Text;
using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.Data;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Keeps the token in a row of the database: a replacement counts only upon the version it was decided on.</summary>
internal sealed class AccessTokenStore(NpgsqlDataSource database, FieldCipher cipher, WeChatApiOptions account)
    : IAccessTokenStore
{
    private const string ReadSql =
        "SELECT version, token, expires_at, leased_until, forced_at, forced_count FROM access_token WHERE app_id = $1";

    private const string ReplaceSql =
        """
        INSERT INTO access_token AS t (app_id, version, token, expires_at, leased_until, forced_at, forced_count)
        VALUES ($1, $2 + 1, $3, $4, $5, $6, $7)
            ON CONFLICT (app_id) DO UPDATE
               SET version = $2 + 1, token = $3, expires_at = $4, leased_until = $5, forced_at = $6, forced_count = $7
             WHERE t.version = $2
        """;

    private static readonly SealedColumn Token = new("access_token", "token", Row: "convert_to(app_id, 'UTF8')");

    private readonly CipherColumn _token = cipher.Column(Token);
    private readonly byte[] _row = Encoding.UTF8.GetBytes(account.AppId);

    public async Task<AccessTokenState> ReadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(ReadSql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = account.AppId });
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) return AccessTokenState.Empty;

        var token = row.IsDBNull(1)
            ? null
            : new AccessToken(_token.Open(row.GetFieldValue<byte[]>(1), _row), row.GetFieldValue<DateTimeOffset>(2));
        return new AccessTokenState(
            row.GetInt64(0),
            token,
            row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3),
            row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4),
            row.GetInt32(5));
    }

    public async Task<AccessTokenState?> TryReplaceAsync(
        AccessTokenState seen, AccessTokenState next, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ReplaceSql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = account.AppId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = seen.Version });
        command.Parameters.Add(Optional(next.Token is { } token ? _token.Seal(token.Value, _row) : null, NpgsqlDbType.Bytea));
        command.Parameters.Add(Optional(next.Token?.ExpiresAt, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Optional(next.LeasedUntil, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Optional(next.ForcedAt, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = next.ForcedCount });

        return await command.ExecuteNonQueryAsync(ct) == 1 ? next with { Version = seen.Version + 1 } : null;
    }

    private static NpgsqlParameter Optional(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
