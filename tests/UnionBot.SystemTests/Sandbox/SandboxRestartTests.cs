namespace UnionBot.SystemTests.Sandbox;

public sealed class SandboxRestartTests : IAsyncLifetime
{
    private SandboxUnderTest _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxUnderTest.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Talks_letters_quotas_tokens_and_the_clock_survive_a_restart()
    {
        _sandbox.Callback.AnswersText("您好");
        var followers = await _sandbox.AddFollowersAsync(2);
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(1));
        await _sandbox.SayAsync(followers[0], "你好");
        for (var i = 1; i <= 5; i++) Assert.Equal(0, await _sandbox.SendTextAsync(followers[0], $"{i}"));
        await _sandbox.CallAsync("/cgi-bin/message/mass/send", new
        {
            touser = followers,
            msgtype = "text",
            text = new { content = "致大家" },
        });

        await _sandbox.StopAsync();
        await _sandbox.StartAgainAsync();

        Assert.Equal(86_400, (long)(await _sandbox.GetAsync("/sandbox/clock"))["offsetSeconds"]!);
        Assert.Equal(["您好", "1", "2", "3", "4", "5", "致大家"], await _sandbox.DeliveredAsync(followers[0]));
        Assert.Equal(["致大家"], await _sandbox.DeliveredAsync(followers[1]));
        Assert.Equal(45047, await _sandbox.SendTextAsync(followers[0]));
    }

    [Fact]
    public async Task A_message_id_is_never_given_twice_across_a_restart()
    {
        var openId = await _sandbox.AddFollowerAsync();
        await _sandbox.SayAsync(openId, "一");
        await _sandbox.StopAsync();
        await _sandbox.StartAgainAsync();
        await _sandbox.SayAsync(openId, "二");

        Assert.Equal(2, _sandbox.Callback.Pushes.Select(push => push["MsgId"]).Distinct().Count());
    }

    [Fact]
    public async Task Half_a_line_at_the_end_of_a_file_is_left_out()
    {
        var openId = await _sandbox.AddFollowerAsync();
        await _sandbox.SayAsync(openId, "一");
        await _sandbox.StopAsync();
        await File.AppendAllTextAsync(Path.Combine(_sandbox.Folder, "talks.log"), "8 99 {\"seq\":99,\"at\":\"20");
        await File.AppendAllTextAsync(Path.Combine(_sandbox.Folder, "tables.log"), "{\"t\":\"clock\",\"k\":\"off");
        await _sandbox.StartAgainAsync();

        await _sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        await _sandbox.SayAsync(openId, "二");
        await _sandbox.StopAsync();
        await _sandbox.StartAgainAsync();

        var talk = await _sandbox.GetAsync($"/sandbox/followers/{openId}/bubbles");
        Assert.Equal(["一", "二"], talk["bubbles"]!.AsArray().Select(bubble => (string?)bubble!["text"]));
        Assert.Equal(3_600, (long)(await _sandbox.GetAsync("/sandbox/clock"))["offsetSeconds"]!);
    }

    [Fact]
    public async Task A_reset_begins_again_with_the_invented_people()
    {
        var openId = await _sandbox.AddFollowerAsync();
        await _sandbox.SayAsync(openId, "一");

        await _sandbox.ControlAsync("/sandbox/reset", new { });

        Assert.Equal(8, (int)(await _sandbox.GetAsync("/sandbox/followers"))["total"]!);
        Assert.NotEmpty((await _sandbox.GetAsync("/sandbox/templates"))["messages"]!.AsArray());
    }
}
