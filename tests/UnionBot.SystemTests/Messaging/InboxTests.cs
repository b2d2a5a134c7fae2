using UnionBot.Core.Messaging;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Messaging;

public sealed class InboxTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private TestDatabase Database => fixture.Database;

    [Fact]
    public async Task A_message_is_answered_and_kept_with_its_answer()
    {
        await using var inbox = await TestInbox.StartAsync(Database);

        var answer = await inbox.HearAsync("o-kept", "菜单", 1);

        Assert.IsType<InboxAnswer.Reply>(answer);
        Assert.Equal(1L, await CountAsync("inbound", "o-kept", inbox));
        Assert.Equal(1L, await CountAsync("outbound", "o-kept", inbox));
    }

    [Fact]
    public async Task The_same_message_eight_times_at_once_has_one_effect_and_the_same_answer_eight_times()
    {
        await using var inbox = await TestInbox.StartAsync(Database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => inbox.HearAsync("o-eight", "菜单", 2)));

        Assert.Single(answers.Cast<InboxAnswer.Reply>().Select(a => a.Text).Distinct());
        Assert.Equal(1L, await CountAsync("inbound", "o-eight", inbox));
        Assert.Equal(1L, await CountAsync("outbound", "o-eight", inbox));
    }

    [Fact]
    public async Task A_message_repeated_to_another_host_gets_the_same_answer()
    {
        await using var first = await TestInbox.StartAsync(Database);
        await using var second = await TestInbox.StartAsync(Database);

        var answer = await first.HearAsync("o-two-hosts", "菜单", 3);
        var again = await second.HearAsync("o-two-hosts", "菜单", 3);

        Assert.Equal(answer, again);
        Assert.Equal(1L, await CountAsync("inbound", "o-two-hosts", second));
    }

    [Fact]
    public async Task A_message_that_reaches_two_hosts_at_once_has_one_effect()
    {
        await using var first = await TestInbox.StartAsync(Database);
        await using var second = await TestInbox.StartAsync(Database);

        for (var n = 0; n < Effort.Of(ordinary: 20, full: 1000); n++)
        {
            var answers = await Task.WhenAll(
                first.HearAsync($"o-race-{n}", "菜单", 4), second.HearAsync($"o-race-{n}", "菜单", 4));

            Assert.Equal(answers[0], answers[1]);
            Assert.Equal(1L, await CountAsync("inbound", $"o-race-{n}", first));
            Assert.Equal(1L, await CountAsync("outbound", $"o-race-{n}", first));
        }
    }

    [Fact]
    public async Task Many_people_at_once_each_get_one_answer()
    {
        await using var inbox = await TestInbox.StartAsync(Database);

        var answers = await Task.WhenAll(Enumerable.Range(0, Effort.Of(ordinary: 500, full: 4000)).Select(n => inbox.HearAsync($"o-many-{n}", "菜单", n)));

        Assert.All(answers, answer => Assert.IsType<InboxAnswer.Reply>(answer));
    }

    [Fact]
    public async Task Two_messages_of_one_person_at_the_same_instant_are_both_answered()
    {
        await using var inbox = await TestInbox.StartAsync(Database);
        var at = DateTimeOffset.FromUnixTimeSeconds(1_790_000_100);

        var answers = await Task.WhenAll(
            inbox.HearAsync("o-instant", "菜单", 11, at), inbox.HearAsync("o-instant", "你好呀", 12, at));

        Assert.All(answers, answer => Assert.IsType<InboxAnswer.Reply>(answer));
        Assert.Equal(2L, await CountAsync("inbound", "o-instant", inbox));
        Assert.Equal(2, await Database.ScalarAsync<int>(
            "SELECT t.version FROM talk t JOIN person p ON p.id = t.person_id WHERE p.address_hash = $1", Hash("o-instant", inbox)));
    }

    [Fact]
    public async Task What_people_write_is_unreadable_in_the_database()
    {
        await using var inbox = await TestInbox.StartAsync(Database);

        await inbox.HearAsync("o-private", "我叫王芳，电话13812340001", 21);

        Assert.Equal(0L, await Database.ScalarAsync<long>(
            "SELECT count(*) FROM inbound WHERE body::text LIKE '%' || encode($1::bytea, 'hex') || '%'",
            System.Text.Encoding.UTF8.GetBytes("王芳")));
        Assert.Equal(0L, await Database.ScalarAsync<long>("SELECT count(*) FROM inbound WHERE secret IS NOT NULL"));
    }

    [Fact]
    public async Task A_cry_for_help_raises_an_alarm_and_opens_no_menu()
    {
        await using var inbox = await TestInbox.StartAsync(Database);

        var answer = Assert.IsType<InboxAnswer.Reply>(await inbox.HearAsync("o-crisis", "我不想活了", 31));

        Assert.Contains("12356", answer.Text, StringComparison.Ordinal);
        Assert.Equal(1L, await Database.ScalarAsync<long>("SELECT count(*) FROM alarm"));
    }

    private Task<long> CountAsync(string table, string address, TestInbox inbox) => Database.ScalarAsync<long>(
        $"SELECT count(*) FROM {table} m JOIN person p ON p.id = m.person_id WHERE p.address_hash = $1", Hash(address, inbox));

    private static byte[] Hash(string address, TestInbox inbox) => inbox.Get<MessageCiphers>().AddressHash("wechat", address);
}
