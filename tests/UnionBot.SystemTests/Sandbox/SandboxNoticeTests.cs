using System.Text.Json.Nodes;

namespace UnionBot.SystemTests.Sandbox;

public sealed class SandboxNoticeTests : IAsyncLifetime
{
    private const string SendTemplate = "/cgi-bin/message/template/send";
    private const string SendNotice = "/cgi-bin/message/subscribe/bizsend";

    private SandboxUnderTest _sandbox = null!;
    private string _openId = "";

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxUnderTest.StartAsync();
        _openId = await _sandbox.AddFollowerAsync();
        foreach (var subscription in new[] { false, true })
        {
            await _sandbox.ControlAsync("/sandbox/templates", new
            {
                id = "progress",
                title = "办理进度",
                fields = new { thing1 = "业务", time2 = "时间" },
                subscription,
            });
        }
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task The_same_client_id_delivers_once_within_ten_minutes()
    {
        var first = await TemplateAsync("入会", "row-1");
        var second = await TemplateAsync("入会", "row-1");
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(11));
        var third = await TemplateAsync("入会", "row-1");

        Assert.Equal((long)first["msgid"]!, (long)second["msgid"]!);
        Assert.NotEqual((long)first["msgid"]!, (long)third["msgid"]!);
        Assert.Equal(2, (await _sandbox.DeliveredAsync(_openId)).Length);
    }

    [Fact]
    public async Task The_result_of_a_template_message_comes_as_an_event()
    {
        var sent = await TemplateAsync("入会", "row-1");

        var result = await _sandbox.EventAsync("TEMPLATESENDJOBFINISH");
        Assert.Equal("success", result["Status"]);
        Assert.Equal($"{sent["msgid"]}", result["MsgID"]);
    }

    [Fact]
    public async Task Who_refuses_messages_gets_none_and_the_event_says_so()
    {
        using var change = new StringContent("""{"refusesMessages":true}""", null, "application/json");
        await _sandbox.Http.PatchAsync($"/sandbox/followers/{_openId}", change);

        Assert.Equal(0, (int)(await TemplateAsync("入会", "row-1"))["errcode"]!);
        Assert.Equal("failed:user block", (await _sandbox.EventAsync("TEMPLATESENDJOBFINISH"))["Status"]);
        Assert.Empty(await _sandbox.DeliveredAsync(_openId));
    }

    [Theory]
    [InlineData("一二三四五六七八九十一二三四五六七八九十", "2026年11月21日 14:20", 0)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一", "2026年11月21日 14:20", 47003)]
    [InlineData("", "2026年11月21日 14:20", 47003)]
    [InlineData("入会", "下周三", 47003)]
    [InlineData("入会", "2026-11-21 09:00~2026-11-21 10:00", 0)]
    public async Task Field_values_are_held_to_their_types(string thing, string time, int errcode) =>
        Assert.Equal(errcode, await _sandbox.ErrcodeAsync(SendTemplate, Body(thing, time)));

    [Fact]
    public async Task A_notice_needs_a_consent_and_uses_it_up()
    {
        Assert.Equal(43101, await NoticeAsync());

        await _sandbox.ActAsync(_openId, "subscriptions", new { templateId = "progress", accept = true });
        Assert.Equal("accept", (await _sandbox.EventAsync("subscribe_msg_popup_event"))["SubscribeStatusString"]);
        Assert.Equal(0, await NoticeAsync());
        Assert.Equal("success", (await _sandbox.EventAsync("subscribe_msg_sent_event"))["ErrorStatus"]);
        Assert.Equal(43101, await NoticeAsync());
    }

    [Fact]
    public async Task Taking_a_consent_back_leaves_none()
    {
        await _sandbox.ActAsync(_openId, "subscriptions", new { templateId = "progress", accept = true });
        await _sandbox.ActAsync(_openId, "subscriptions", new { templateId = "progress", accept = false });

        Assert.Equal("reject", (await _sandbox.EventAsync("subscribe_msg_change_event"))["SubscribeStatusString"]);
        Assert.Equal(43101, await NoticeAsync());
    }

    private Task<int> NoticeAsync() => _sandbox.ErrcodeAsync(SendNotice, Body("入会", "2026年11月21日"));

    private Task<JsonNode> TemplateAsync(string thing, string clientId) =>
        _sandbox.CallAsync(SendTemplate, Body(thing, "2026年11月21日", clientId));

    private object Body(string thing, string time, string clientId = "") => new
    {
        touser = _openId,
        template_id = "progress",
        client_msg_id = clientId,
        data = new { thing1 = new { value = thing }, time2 = new { value = time } },
    };
}
