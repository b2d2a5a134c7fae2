using Npgsql;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>Lets each form of the console have one effect, however often it is sent, and to whichever host.</summary>
internal sealed class SentForms(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>A page that was open longer than this is too old to be sent a second time by a finger that slips.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <returns>False when it was sent before.</returns>
    public async Task<bool> TryTakeAsync(Guid key, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(
            """
            WITH forgotten AS (DELETE FROM sign_in.sent_form WHERE sent_at < $3)
            INSERT INTO sign_in.sent_form (key, sent_at) VALUES ($1, $2) ON CONFLICT DO NOTHING
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = key });
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        command.Parameters.Add(new NpgsqlParameter { Value = now - Kept });
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>What it asked for failed, so it may be sent again.</summary>
    public async Task GiveBackAsync(Guid key)
    {
        await using var command = database.CreateCommand("DELETE FROM sign_in.sent_form WHERE key = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = key });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
