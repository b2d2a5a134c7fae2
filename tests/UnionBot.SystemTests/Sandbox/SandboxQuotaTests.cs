namespace UnionBot.SystemTests.Sandbox;

public sealed class SandboxQuotaTests : IAsyncLifetime
{
    private const int OutsideWindow = 45015;
    private const int CountUsedUp = 45047;

    private SandboxUnderTest _sandbox = null!;

    public async Task InitializeAsync() =>
        _sandbox = await SandboxUnderTest.StartAsync("--Sandbox:Limits:CallsPerDay:/cgi-bin/tags/get", "2");

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_message_of_the_follower_allows_five_and_no_more()
    {
        var openId = await _sandbox.AddFollowerAsync();
        await _sandbox.SayAsync(openId, "你好");

        Assert.Equal([0, 0, 0, 0, 0, CountUsedUp], await SendAsync(openId, 6));
        Assert.Equal(5, (await _sandbox.DeliveredAsync(openId)).Length);
    }

    [Fact]
    public async Task The_window_of_a_message_closes_after_forty_eight_hours()
    {
        var openId = await _sandbox.AddFollowerAsync();
        await _sandbox.SayAsync(openId, "你好");

        await _sandbox.AdvanceAsync(TimeSpan.FromHours(48) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await _sandbox.SendTextAsync(openId));

        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(OutsideWindow, await _sandbox.SendTextAsync(openId));
    }

    [Fact]
    public async Task A_scan_allows_three_within_a_minute()
    {
        var openId = await _sandbox.AddFollowerAsync();
        await _sandbox.ActAsync(openId, "scan", new { scene = "hall-1" });

        Assert.Equal([0, 0, 0, CountUsedUp], await SendAsync(openId, 4));
        await _sandbox.AdvanceAsync(TimeSpan.FromSeconds(61));
        Assert.Equal(OutsideWindow, await _sandbox.SendTextAsync(openId));
    }

    [Fact]
    public async Task A_tap_on_a_choice_counts_as_a_tap_and_not_as_a_message()
    {
        var openId = await _sandbox.AddFollowerAsync();
        await _sandbox.ActAsync(openId, "choose", new { id = "101", content = "满意" });

        Assert.Equal("101", _sandbox.Callback.Pushes[^1]["bizmsgmenuid"]);
        Assert.Equal([0, 0, 0, CountUsedUp], await SendAsync(openId, 4));
    }

    [Fact]
    public async Task A_tap_after_a_message_adds_to_what_is_left()
    {
        var openId = await _sandbox.AddFollowerAsync();
        await _sandbox.SayAsync(openId, "你好");
        await _sandbox.ActAsync(openId, "scan", new { scene = "hall-1" });

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, CountUsedUp], await SendAsync(openId, 9));
    }

    [Fact]
    public async Task Nobody_who_left_can_be_written_to()
    {
        var openId = await _sandbox.AddFollowerAsync();
        await _sandbox.SayAsync(openId, "你好");
        await _sandbox.ActAsync(openId, "unfollow", new { });

        Assert.Equal(OutsideWindow, await _sandbox.SendTextAsync(openId));
    }

    [Fact]
    public async Task A_foreign_openid_is_refused() =>
        Assert.Equal(40003, await _sandbox.SendTextAsync("o6_bmjrPTlm6_2sgVt7hMZOPfL2M"));

    [Fact]
    public async Task Typing_needs_a_contact_and_is_not_shown_twice()
    {
        var openId = await _sandbox.AddFollowerAsync();
        Assert.Equal(45080, await TypeAsync(openId));

        await _sandbox.SayAsync(openId, "你好");
        Assert.Equal(0, await TypeAsync(openId));
        Assert.Equal(45081, await TypeAsync(openId));
    }

    [Fact]
    public async Task The_calls_of_a_day_are_counted_and_begin_again_the_next_day()
    {
        Assert.Equal(0, await _sandbox.ErrcodeAsync("/cgi-bin/tags/get"));
        Assert.Equal(0, await _sandbox.ErrcodeAsync("/cgi-bin/tags/get"));
        Assert.Equal(45009, await _sandbox.ErrcodeAsync("/cgi-bin/tags/get"));

        await _sandbox.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(0, await _sandbox.ErrcodeAsync("/cgi-bin/tags/get"));
    }

    private Task<int> TypeAsync(string openId) =>
        _sandbox.ErrcodeAsync("/cgi-bin/message/custom/typing", new { touser = openId, command = "Typing" });

    private async Task<List<int>> SendAsync(string openId, int count)
    {
        var codes = new List<int>();
        for (var i = 0; i < count; i++) codes.Add(await _sandbox.SendTextAsync(openId, $"{i}"));
        return codes;
    }
}
