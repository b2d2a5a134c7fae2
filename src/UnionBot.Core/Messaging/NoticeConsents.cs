using Npgsql;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>Whether a person has allowed a subscription notice (订阅通知), as the ledger counts it, and where they can.</summary>
public sealed class NoticeConsents(NpgsqlDataSource database, QuotaLedger ledger, SendingRules rules, IEnumerable<ChannelRules> channels)
{
    /// <returns>The page on which one more can be allowed; null when one is left, or the account has no such page or template.</returns>
    public async Task<string?> PageForAsync(PersonId person, string channel, MessageKind kind, CancellationToken ct)
    {
        if (rules.NoticePage.Length == 0 || !rules.Notices.TryGetValue(kind, out var template)) return null;
        if (!channels.Any(c => c.Channel == channel && c.IsMetered)) return null;

        await using var connection = await database.OpenConnectionAsync(ct);
        var quotas = await ledger.LoadPeopleAsync(connection, [person.Value], ct);
        return quotas.TryGetValue(person.Value, out var quota) && quota.HasConsent(template) ? null : rules.NoticePage;
    }
}
