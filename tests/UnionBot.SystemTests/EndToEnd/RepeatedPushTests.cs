using System.Net;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>The platform delivers one push eight times at the same instant.</summary>
public sealed class RepeatedPushTests(City city) : IClassFixture<City>
{
    private const int Times = 8;

    [Fact]
    public Task A_message_has_one_effect_and_the_same_answer_each_time() =>
        AssertOnceAsync(openId => SignedPush.Text(openId, "人工", 7_000_001));

    [Fact]
    public Task A_tap_on_the_menu_which_has_no_MsgId_does_as_well() =>
        AssertOnceAsync(openId => SignedPush.Event(openId, "CLICK", "<EventKey><![CDATA[menu]]></EventKey>"));

    [Fact]
    public Task Following_which_has_no_MsgId_does_as_well() => AssertOnceAsync(openId => SignedPush.Event(openId, "subscribe"));

    [Fact]
    public async Task Two_events_of_one_second_are_two()
    {
        var openId = NewFollower();
        var seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        foreach (var scene in new[] { "hall-1", "hall-2" })
            await city.PostAsync(SignedPush.Event(openId, "SCAN", seconds, $"<EventKey>{scene}</EventKey>"));

        Assert.Equal(2L, await CountAsync("inbound"));
    }

    private async Task AssertOnceAsync(Func<string, SignedPush> push)
    {
        for (var race = 0; race < Effort.Of(ordinary: 1, full: 200); race++)
        {
            var same = push(NewFollower());

            var answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => city.PostAsync(same)));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers.Select(answer => SignedPush.ReplyText(answer.Body)).Distinct());
            Assert.Equal((1L, 1L, 1L), (await CountAsync("inbound"), await CountAsync("outbound"), await TurnsAsync()));
        }
    }

    private static string NewFollower() => $"o-{Guid.CreateVersion7():N}";

    /// <summary>Rows of the person who came last.</summary>
    private Task<long> CountAsync(string table) =>
        city.Database.ScalarAsync<long>($"SELECT count(*) FROM {table} WHERE person_id = (SELECT max(id) FROM person)");

    /// <summary>How many turns have moved their talk.</summary>
    private Task<long> TurnsAsync() => city.Database.ScalarAsync<long>(
        "SELECT version::bigint FROM talk WHERE person_id = (SELECT max(id) FROM person)");
}
