using Npgsql;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>Drafts that were made for lists of broadcasts which are over, and that no send has used up: they still lie in the account.</summary>
public sealed class LeftDrafts(NpgsqlDataSource database)
{
    private const string FindSql =
        """
        SELECT s.broadcast_id, s.number, s.client_key, s.draft_id, s.draft_at FROM mass_slice s JOIN mass_send m USING (broadcast_id)
         WHERE m.state > 3 AND s.platform_id IS NULL AND (s.draft_id IS NOT NULL OR s.draft_at IS NOT NULL) ORDER BY 1, 2
        """;

    private const string ForgetSql = "UPDATE mass_slice SET draft_id = NULL, draft_at = NULL WHERE broadcast_id = $1 AND number = $2";

    public async Task<IReadOnlyList<LeftDraft>> FindAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(FindSql);
        var left = new List<LeftDraft>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            left.Add(new LeftDraft(
                row.GetInt32(0),
                row.GetInt32(1),
                row.GetString(2),
                row.IsDBNull(3) ? null : row.GetString(3),
                row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4)));
        }

        return left;
    }

    /// <summary>It is gone.</summary>
    public async Task ForgetAsync(LeftDraft left, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ForgetSql);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = left.BroadcastId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = left.Number });
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <param name="Number">Of the list within its broadcast.</param>
/// <param name="ClientKey">By which its draft is called while nobody knows its id.</param>
/// <param name="DraftId">Null when nobody learnt it.</param>
/// <param name="BegunAt">When it was begun to be made; null for one of an older version, whose id is known. UTC.</param>
public sealed record LeftDraft(int BroadcastId, int Number, string ClientKey, string? DraftId, DateTimeOffset? BegunAt);
