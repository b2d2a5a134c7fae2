using System.Text.Json.Nodes;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Sandbox;

/// <summary>The stand-in is killed behind each step; what it has answered it still knows.</summary>
public sealed class KilledSandboxTests : IAsyncLifetime
{
    private SandboxProcess _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxProcess.StartAsync("--Sandbox:Limits:TemplatesPerFollowerAndHour", "1");

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Followers_the_clock_talks_and_quotas_outlive_a_kill_behind_each_step()
    {
        _sandbox.Callback.AnswersText("您好");
        var added = await _sandbox.ControlAsync("/sandbox/followers", new { count = 1, follows = false, name = "王芳" });
        var openId = (string)added["followers"]![0]!["openid"]!;
        await KillAsync();
        await _sandbox.ActAsync(openId, "follow", new { });
        await KillAsync();
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(1));
        await KillAsync();
        await _sandbox.SayAsync(openId, "你好");
        await KillAsync();
        for (var i = 1; i <= 5; i++) Assert.Equal(0, await _sandbox.SendTextAsync(openId, $"{i}"));
        await KillAsync();

        var follower = await _sandbox.GetAsync($"/sandbox/followers/{openId}");
        Assert.Equal(("王芳", true), ((string)follower["name"]!, (bool)follower["follows"]!));
        Assert.Equal(86_400, (long)(await _sandbox.GetAsync("/sandbox/clock"))["offsetSeconds"]!);
        Assert.Equal(["您好", "您好", "1", "2", "3", "4", "5"], await _sandbox.DeliveredAsync(openId));
        Assert.Equal(45047, await _sandbox.SendTextAsync(openId));
    }

    [Fact]
    public async Task What_was_accepted_is_not_sent_again_for_the_same_key_after_a_kill()
    {
        var followers = await _sandbox.AddFollowersAsync(2);
        await _sandbox.ControlAsync(
            "/sandbox/templates", new { id = "progress", title = "办理进度", fields = new { thing1 = "业务" } });
        var template = await TemplateAsync(followers[0], "row-1");
        await KillAsync();
        var letter = await MassAsync(followers);
        await KillAsync();

        Assert.Equal((long)template["msgid"]!, (long)(await TemplateAsync(followers[0], "row-1"))["msgid"]!);
        Assert.Equal(43117, (int)(await TemplateAsync(followers[0], "row-2"))["errcode"]!);
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));
        var again = await MassAsync(followers);
        Assert.Equal((45065, (long)letter["msg_id"]!), ((int)again["errcode"]!, (long)again["msg_id"]!));
        Assert.Equal(2, (await _sandbox.DeliveredAsync(followers[0])).Length);
        Assert.Single(await _sandbox.DeliveredAsync(followers[1]));
    }

    [Fact]
    public async Task The_result_of_a_mass_send_that_a_kill_held_up_is_pushed_once()
    {
        var followers = await _sandbox.AddFollowersAsync(2);
        _sandbox.Callback.Answer = HangAsync;
        var sent = await MassAsync(followers);
        await _sandbox.EventAsync("MASSSENDJOBFINISH");

        _sandbox.Kill();
        _sandbox.Callback.Answer = _ => Task.FromResult("success");
        await StartAgainAndSettleAsync();
        Assert.Equal([$"{sent["msg_id"]}", $"{sent["msg_id"]}"], Results());

        _sandbox.Kill();
        await StartAgainAndSettleAsync();
        Assert.Equal(2, Results().Length);
    }

    /// <summary>As a bot that has got a push and dies with it.</summary>
    private static async Task<string> HangAsync(TestPush push)
    {
        await Task.Delay(Timeout.Infinite, push.HungUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return "success";
    }

    private async Task StartAgainAndSettleAsync()
    {
        await _sandbox.StartAgainAsync();
        await Eventually.HoldsAsync(async () => (await _sandbox.GetAsync("/sandbox/results")).AsArray().Count == 0);
    }

    private string[] Results() => [.. _sandbox.Callback.Pushes
        .Where(push => push["Event"] == "MASSSENDJOBFINISH").Select(push => push["MsgID"])];

    private Task KillAsync()
    {
        _sandbox.Kill();
        return _sandbox.StartAgainAsync();
    }

    private Task<JsonNode> TemplateAsync(string openId, string clientId) => _sandbox.CallAsync("/cgi-bin/message/template/send", new
    {
        touser = openId,
        template_id = "progress",
        client_msg_id = clientId,
        data = new { thing1 = new { value = "入会" } },
    });

    private Task<JsonNode> MassAsync(string[] followers) => _sandbox.CallAsync("/cgi-bin/message/mass/send", new
    {
        touser = followers,
        msgtype = "text",
        text = new { content = "致大家" },
        clientmsgid = "batch-1",
    });
}
