using System.Diagnostics;
using Npgsql;
using UnionBot.Benchmarks.Database;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Benchmarks.Mass;

/// <summary>Counts, as the page does while staff write, whom a mass send to everybody would reach, and whom not and why.</summary>
internal sealed class AudienceCost(NpgsqlDataSource source, BotDatabase database)
{
    /// <returns>The time of one count, the median of so many, and how many people it found.</returns>
    public async Task<(TimeSpan Time, long Meant)> MeasureAsync(int counts, CancellationToken ct)
    {
        await using var db = DatabaseSchema.Open(source);
        var clock = new BusinessClock(TimeProvider.System);
        var ciphers = new MemberCiphers(new FieldCipher(EncryptionKeys.Parse(database.Keys, database.LookupKey)));
        var words = BroadcastWords.Load(new DataFolder(ConversationServices.TemplateFolder));
        var reader = new AudienceReader(db, new BroadcastForms(null, null), words, new SendingRules(), ciphers, clock);
        var now = clock.GetUtcNow();
        var content = new BroadcastContent("人数", BroadcastRoute.Mass, BroadcastPurpose.Campaign, "夏送清凉", Audience.Everybody, now, now.AddHours(1));

        var (times, meant) = (new List<TimeSpan>(), 0L);
        for (var count = 0; count < counts; count++)
        {
            var start = Stopwatch.GetTimestamp();
            meant = (await reader.PlanAsync(content, ct)).Meant;
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return (Report.Median.Of(times), meant);
    }
}
