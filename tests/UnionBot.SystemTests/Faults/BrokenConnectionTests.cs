using UnionBot.Core.Messaging;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Faults;

/// <summary>A connection to the database that breaks in the middle of a statement, in each part of the bot.</summary>
public sealed class BrokenConnectionTests(City city) : IClassFixture<City>
{
    [Theory]
    [InlineData("outbound")]
    [InlineData("media_file")]
    [InlineData("alarm")]
    [InlineData("one_time_code")]
    [InlineData("job_schedule")]
    public async Task Work_behind_the_scenes_goes_on(string table)
    {
        // Waited for a second time, the loop has survived the first.
        for (var time = 0; time < 2; time++)
        {
            await using var held = await HeldLock.TakeAsync(
                city.Database.Source, $"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE");
            await held.WaitedForAsync();
            await held.EndWaitersAsync();
        }

        Assert.Equal("live", await city.Bot.Client.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task A_turn_is_not_given_up_but_done_later()
    {
        var worker = await city.Sandbox.AddFollowerAsync();
        await city.SayAsync(worker, "你好");
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);

        await using (var held = await HeldLock.TakeAsync(city.Database.Source, "LOCK TABLE media_file IN SHARE MODE"))
        {
            var sent = city.Sandbox.Http.PostAsync($"/sandbox/followers/{worker}/photo", photo);
            await held.WaitedForAsync();
            await held.EndWaitersAsync();
            await sent;
        }

        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM inbound WHERE answered_at IS NULL"));
        await city.Database.ExecuteAsync("UPDATE inbound SET received_at = now() - interval '2 minutes' WHERE answered_at IS NULL");
        await Eventually.HoldsAsync(async () => (await city.DeliveredAsync(worker)).Count == 2);
        Assert.Equal(0L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM union_case"));
        Assert.Equal(1L, await city.Database.ScalarAsync<long>("SELECT count(*) FROM media_file"));
        Assert.Equal(
            (short)OutboundStatus.Accepted, await city.Database.ScalarAsync<short>("SELECT status FROM outbound ORDER BY id DESC LIMIT 1"));
    }
}
