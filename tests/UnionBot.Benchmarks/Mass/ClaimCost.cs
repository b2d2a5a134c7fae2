using System.Diagnostics;
using System.Globalization;
using Npgsql;
using UnionBot.Benchmarks.Database;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Benchmarks.Mass;

/// <summary>Takes parts of a broadcast in hand as a host does, without calling anybody, and tells what that costs.</summary>
internal sealed class ClaimCost
{
    private const int NoLimit = 1_000_000_000;

    private readonly MassClaims _claims;
    private readonly MassOutcomes _outcomes;

    public ClaimCost(NpgsqlDataSource source, BotDatabase database)
    {
        var rules = new SendingRules { Apis = Enum.GetValues<SendRoute>().ToDictionary(route => route, _ => new ApiLimit(NoLimit, NoLimit)) };
        var (quotas, ciphers) = (new QuotaLedger(rules), new MessageCiphers(new FieldCipher(EncryptionKeys.Parse(database.Keys, database.LookupKey))));
        var (clock, time) = (new BusinessClock(TimeProvider.System), TimeProvider.System);
        var beginning = new MassBeginning(quotas, ciphers, rules, [new ChannelRules("wechat", 2048, (text, _) => (text, null)) { IsMetered = true }]);
        var reports = new MassReports(source);
        _claims = new MassClaims(source, quotas, beginning, rules, clock, time);
        var deliveries = new DeliveryReports(source, ciphers, new NoticeResults(source, rules, clock), reports);
        _outcomes = new MassOutcomes(source, new SendOutcomes(source, deliveries, rules, clock), reports, deliveries, rules, clock, time);
    }

    /// <returns>Milliseconds a claim, the median of so many; fewer when no more are left.</returns>
    public async Task<double> MeasureAsync(int parts, CancellationToken ct)
    {
        var times = new List<double>();
        while (times.Count < parts)
        {
            var start = Stopwatch.GetTimestamp();
            if (await _claims.ClaimAsync(ct) is not { } slice) break;

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            MassOutcome[] accepted = [.. slice.People.Select(person => new MassOutcome(
                person, new SendFate(OutboundStatus.Accepted) { PlatformId = person.PersonId.Value.ToString(CultureInfo.InvariantCulture) }))];
            await _outcomes.RecordAsync(slice, accepted, ct);
            await _outcomes.LetGoAsync(slice, accepted, [], ct);
        }

        return Report.Median.Of(times);
    }
}
