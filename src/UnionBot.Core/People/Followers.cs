using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.People;

/// <summary>Who follows the account. Following comes in as a message; this is the other way.</summary>
public sealed class Followers(NpgsqlDataSource database, MessageCiphers ciphers)
{
    // Sends stop at once: what is queued or held for the person expires in the same statement.
    private const string UnfollowSql =
        """
        WITH gone AS (
            UPDATE person SET unfollowed_at = $2 WHERE address_hash = $1 AND unfollowed_at IS NULL RETURNING id)
        UPDATE outbound SET status = $3 FROM gone WHERE person_id = gone.id AND status IN ($4, $5)
        """;

    /// <summary>The person no longer follows: nothing more is sent. Erasing follows after seven days.</summary>
    /// <param name="at">The platform's time of the event; UTC.</param>
    public async Task UnfollowAsync(string channel, string address, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = database.CreateCommand(UnfollowSql);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = ciphers.AddressHash(channel, address) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        foreach (var status in (OutboundStatus[])[OutboundStatus.Expired, OutboundStatus.Queued, OutboundStatus.HeldForContact])
            command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)status });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What is queued or held for a person expires, in the caller's transaction.</summary>
    internal static Task<int> StopSendsAsync(UnionDb db, PersonId person, CancellationToken ct) => db.Set<OutboundMessage>()
        .Where(m => m.PersonId == person)
        .Where(m => m.Status == OutboundStatus.Queued || m.Status == OutboundStatus.HeldForContact)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboundStatus.Expired), ct);
}
