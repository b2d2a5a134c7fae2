using UnionBot.Core.Messaging;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;

namespace UnionBot.SystemTests.Faults;

/// <summary>A turn that fails whenever it is tried, and its apology with it.</summary>
public sealed class FailingTurnTests
{
    private const int AsManyAsAreTakenUpAtOnce = 100;

    [Fact]
    public async Task Such_a_turn_is_tried_less_and_less_often_and_then_put_aside()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var inbox = await TestInbox.StartAsync(database);
        await PoisonAsync(database, inbox, "o-poisoned");
        await LeaveAsync(inbox, "o-poisoned", 2);

        Assert.Equal(1, await FailuresAsync(database));
        await AgeAsync(database, "59 seconds");
        Assert.Equal(0, await TakeUpAsync(inbox));
        for (var failures = 1; failures < 10; failures++)
        {
            await AgeAsync(database, $"{Math.Pow(2, failures)} minutes");
            Assert.Equal(1, await TakeUpAsync(inbox));
            await Eventually.HoldsAsync(async () => await FailuresAsync(database) == failures + 1 && inbox.Inbox.InHand == 0);
        }

        await AgeAsync(database, "1 year");
        Assert.Equal(0, await TakeUpAsync(inbox));
    }

    [Fact]
    public async Task Once_its_cause_is_gone_it_is_answered()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var inbox = await TestInbox.StartAsync(database);
        await PoisonAsync(database, inbox, "o-healed");
        await LeaveAsync(inbox, "o-healed", 2);
        await database.ExecuteAsync("ALTER TABLE outbound DROP CONSTRAINT poisoned");

        await AgeAsync(database, "3 minutes");
        await TakeUpAsync(inbox);

        await Eventually.HoldsAsync(() => database.ScalarAsync<bool>("SELECT bool_and(answered_at IS NOT NULL) FROM inbound"));
    }

    [Fact]
    public async Task However_many_there_are_another_persons_message_is_taken_up_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var inbox = await TestInbox.StartAsync(database);
        await PoisonAsync(database, inbox, "o-many");
        for (var n = 0; n < AsManyAsAreTakenUpAtOnce; n++) await LeaveAsync(inbox, "o-many", 2 + n);
        await database.ExecuteAsync("UPDATE inbound SET received_at = received_at - interval '1 hour'");
        await LeaveByCrashAsync(database, inbox, "o-waiting");

        await TakeUpAsync(inbox);

        await Eventually.HoldsAsync(() => database.ScalarAsync<bool>(
            "SELECT bool_and(answered_at IS NOT NULL) FROM inbound i JOIN person p ON p.id = i.person_id WHERE p.address_hash = $1",
            Hash(inbox, "o-waiting")));
    }

    [Fact]
    public async Task A_kept_message_that_cannot_be_read_any_more_is_put_aside_and_the_others_are_answered()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var inbox = await TestInbox.StartAsync(database);
        await LeaveByCrashAsync(database, inbox, "o-damaged");
        await database.ExecuteAsync("UPDATE inbound SET body = substring(body from 1 for length(body) - 1) || '\\xff00'::bytea WHERE answered_at IS NULL");
        await LeaveByCrashAsync(database, inbox, "o-behind");

        Assert.Equal(1, await TakeUpAsync(inbox));

        await Eventually.HoldsAsync(() => database.ScalarAsync<bool>(
            "SELECT bool_and(answered_at IS NOT NULL) FROM inbound i JOIN person p ON p.id = i.person_id WHERE p.address_hash = $1",
            Hash(inbox, "o-behind")));
        Assert.Equal(10, await FailuresAsync(database));
        Assert.Equal(0, await TakeUpAsync(inbox));
    }

    [Fact]
    public async Task A_repeat_of_a_message_that_brings_another_time_of_the_same_second_is_the_same_message()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var inbox = await TestInbox.StartAsync(database);
        var second = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

        var first = await inbox.HearAsync("o-repeat", "人工", 1, second.AddMilliseconds(100));
        var again = await inbox.HearAsync("o-repeat", "人工", 1, second.AddMilliseconds(200));

        Assert.Equal(first, again);
        Assert.Equal(1L, await database.ScalarAsync<long>("SELECT count(*) FROM inbound"));
    }

    /// <summary>The database takes nothing any more that is said to this person.</summary>
    private static async Task PoisonAsync(TestDatabase database, TestInbox inbox, string person)
    {
        await inbox.HearAsync(person, "你好", 1);
        var id = await database.ScalarAsync<long>("SELECT id FROM person WHERE address_hash = $1", Hash(inbox, person));
        await database.ExecuteAsync($"ALTER TABLE outbound ADD CONSTRAINT poisoned CHECK (person_id <> {id}) NOT VALID");
    }

    private static async Task LeaveAsync(TestInbox inbox, string person, long number)
    {
        Assert.IsType<InboxAnswer.Later>(await inbox.HearAsync(person, "人工", number));
        await Eventually.HoldsAsync(() => inbox.Inbox.InHand == 0);
    }

    private static async Task LeaveByCrashAsync(TestDatabase database, TestInbox inbox, string person)
    {
        await inbox.HearAsync(person, "你好", 1);
        await using (var held = await HeldLock.TakeAsync(
            database.Source, "SELECT 1 FROM talk t JOIN person p ON p.id = t.person_id WHERE p.address_hash = $1 FOR UPDATE OF t", Hash(inbox, person)))
        {
            var heard = inbox.HearAsync(person, "人工", 2);
            await held.WaitedForAsync();
            await held.EndWaitersAsync();
            Assert.IsType<InboxAnswer.Later>(await heard);
        }

        await Eventually.HoldsAsync(() => inbox.Inbox.InHand == 0);
        await database.ExecuteAsync("UPDATE inbound SET received_at = now() - interval '2 minutes' WHERE answered_at IS NULL AND failures = 0");
    }

    private static Task<int> TakeUpAsync(TestInbox inbox) =>
        inbox.Get<UnansweredMessages>().TakeUpAsync(TimeSpan.Zero, CancellationToken.None);

    private static Task<int> AgeAsync(TestDatabase database, string by) =>
        database.ExecuteAsync($"UPDATE inbound SET received_at = now() - interval '{by}' WHERE answered_at IS NULL");

    private static async Task<int> FailuresAsync(TestDatabase database) =>
        await database.ScalarAsync<short>("SELECT failures FROM inbound WHERE answered_at IS NULL");

    private static byte[] Hash(TestInbox inbox, string person) => inbox.Get<MessageCiphers>().AddressHash("wechat", person);
}
