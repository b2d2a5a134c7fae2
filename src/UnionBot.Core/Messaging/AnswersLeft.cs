using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>How many messages of staff the platform still lets us send to a person now, as the ledger counts them.</summary>
public sealed class AnswersLeft(NpgsqlDataSource database, QuotaLedger ledger, IEnumerable<ChannelRules> channels, BusinessClock clock)
{
    /// <returns>Null on a channel without a quota.</returns>
    public async Task<QuotaLeft?> OfAsync(PersonId person, string channel, CancellationToken ct)
    {
        if (!channels.Any(c => c.Channel == channel && c.IsMetered)) return null;

        await using var connection = await database.OpenConnectionAsync(ct);
        var quotas = await ledger.LoadPeopleAsync(connection, [person.Value], ct);
        return quotas.TryGetValue(person.Value, out var quota) ? LeftOf(quota, clock.GetUtcNow()) : new QuotaLeft(0, null);
    }

    private static QuotaLeft LeftOf(PersonQuota quota, DateTimeOffset now)
    {
        var (message, tap) = (quota.Message.LeftAt(now), quota.Tap.LeftAt(now));
        var until = message > 0 ? quota.Message.ClosesAt : tap > 0 ? quota.Tap.ClosesAt : null;
        return new QuotaLeft(message + tap, until);
    }
}

/// <param name="Until">When the window closes; null when nothing is left. UTC.</param>
public sealed record QuotaLeft(int Messages, DateTimeOffset? Until);
