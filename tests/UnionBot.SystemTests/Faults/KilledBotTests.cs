using UnionBot.Core.Messaging;
using static UnionBot.SystemTests.Faults.KilledBot;

namespace UnionBot.SystemTests.Faults;

/// <summary>A bot killed between two steps and started again: nothing is lost, nothing happens twice.</summary>
public sealed class KilledBotTests(KilledBot killed) : IClassFixture<KilledBot>
{
    [Fact]
    public void A_message_not_yet_kept_is_answered_when_the_platform_repeats_it() => AssertRepeated(Stand.NotKept, messages: 1);

    [Fact]
    public void A_turn_that_the_database_finished_for_the_dead_bot_gives_its_answer_to_the_repeat() =>
        AssertRepeated(Stand.CommitOutlivesBot, messages: 2);

    [Fact]
    public void A_turn_that_died_before_its_commit_is_done_again_once() => AssertRepeated(Stand.CommitDiesWithBot, messages: 2);

    [Fact]
    public async Task A_message_kept_and_not_begun_is_answered_when_the_platform_repeats_it()
    {
        AssertRepeated(Stand.Kept, messages: 2);
        Assert.Equal(1L, await CasesAsync(Stand.Kept));
    }

    [Fact]
    public async Task A_message_acknowledged_and_not_answered_is_answered_by_a_message_of_its_own()
    {
        Assert.Empty(killed.ResultOf(Stand.Acknowledged)["reply"]!.AsArray());
        Assert.Single(killed.ResultOf(Stand.Acknowledged)["attempts"]!.AsArray());

        var record = killed.RecordOf(Stand.Acknowledged);
        record.AssertEachAnswerOnce(messages: 2);
        Assert.Equal(OutboundStatus.Accepted, record.Said[^1].Status);
        Assert.Equal(1L, await CasesAsync(Stand.Acknowledged));
    }

    [Fact]
    public async Task A_binding_that_died_half_way_binds_once_with_the_same_code()
    {
        AssertRepeated(Stand.InTurn, messages: 5);
        Assert.Contains("已绑定", killed.RecordOf(Stand.InTurn).Delivered[^1], StringComparison.Ordinal);
        Assert.Equal(
            await killed.City.PersonAsync(killed.RecordOf(Stand.InTurn).OpenId),
            await killed.City.ScalarAsync<long>("SELECT person_id FROM member"));
        Assert.Equal(1L, await killed.City.ScalarAsync<long>("SELECT count(*) FROM one_time_code WHERE tries = 1 AND ended_at IS NOT NULL"));
        Assert.Equal(1L, await killed.City.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'member/bound'"));
        Assert.Equal(1L, await killed.City.ScalarAsync<long>("SELECT count(*) FROM consent"));
    }

    [Fact]
    public void An_answer_committed_in_a_batch_and_not_given_is_given_to_the_repeat() =>
        AssertRepeated(Stand.BatchCommitted, messages: 2);

    [Fact]
    public async Task An_answer_committed_alone_and_not_given_is_given_to_the_repeat()
    {
        AssertRepeated(Stand.AloneCommitted, messages: 2);
        Assert.Equal(1L, await CasesAsync(Stand.AloneCommitted));
    }

    [Fact]
    public void What_the_platform_took_without_saying_so_is_not_sent_again_and_stands_as_unknown()
    {
        var record = killed.RecordOf(Stand.Sending);

        Assert.Equal(OutboundStatus.Unknown, Assert.Single(record.Said, row => row.Occasion == "test/0").Status);
        Assert.Single(record.Delivered, text => text.Contains("材料收到了", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_claimed_behind_it_and_not_begun_is_sent_once()
    {
        var record = killed.RecordOf(Stand.Sending);

        Assert.Equal(OutboundStatus.Accepted, Assert.Single(record.Said, row => row.Occasion == "test/1").Status);
        Assert.Single(record.Delivered, text => text.Contains("周三上午", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_platform_took_and_nobody_recorded_is_not_sent_again()
    {
        var record = killed.RecordOf(Stand.NotRecorded);

        record.AssertEachAnswerOnce(messages: 2);
        Assert.Equal(OutboundStatus.Unknown, record.Said[^1].Status);
        Assert.Equal(2, record.Delivered.Count);
    }

    [Fact]
    public async Task A_photo_whose_fetching_died_is_fetched_again_and_kept_once()
    {
        killed.RecordOf(Stand.Fetching).AssertEachAnswerOnce(messages: 2);
        Assert.Equal(1L, await killed.City.ScalarAsync<long>("SELECT count(*) FROM media_file WHERE status = 1"));
        Assert.Equal(1L, await killed.City.ScalarAsync<long>("SELECT count(*) FROM media_chunk"));
    }

    /// <summary>
    /// The first delivery met the kill, a later one was answered: at once or, by a bot that still learns its words and
    /// so needs over four seconds, by a message of its own.
    /// </summary>
    private void AssertRepeated(Stand stand, int messages)
    {
        var (result, record) = (killed.ResultOf(stand), killed.RecordOf(stand));
        var attempts = result["attempts"]!.AsArray();
        Assert.True(attempts.Count > 1, $"The message was not repeated: {result}");
        Assert.Equal(200, (int?)attempts[^1]!["status"]);
        Assert.True(
            result["reply"]!.AsArray().Count == 1 || record.Said[^1].Status is OutboundStatus.Accepted,
            $"The repeat was not answered: {result}");
        record.AssertEachAnswerOnce(messages);
    }

    private async Task<long> CasesAsync(Stand stand) => await killed.City.ScalarAsync<long>(
        "SELECT count(*) FROM union_case WHERE person_id = $1",
        await killed.City.PersonAsync(killed.RecordOf(stand).OpenId));
}
