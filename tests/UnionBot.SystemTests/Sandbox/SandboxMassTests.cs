using System.Text.Json.Nodes;

namespace UnionBot.SystemTests.Sandbox;

public sealed class SandboxMassTests : IAsyncLifetime
{
    private SandboxUnderTest _sandbox = null!;
    private string[] _followers = [];

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxUnderTest.StartAsync();
        await _sandbox.ControlAsync("/sandbox/clock", new { to = "2027-03-02T09:00:00+08:00" });
        _followers = await _sandbox.AddFollowersAsync(3);
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_fifth_letter_in_a_month_is_silently_left_out_and_the_next_month_begins_anew()
    {
        for (var i = 1; i <= 5; i++) await SendAsync($"letter {i}", _followers[..2]);
        Assert.Equal(["letter 1", "letter 2", "letter 3", "letter 4"], await _sandbox.DeliveredAsync(_followers[0]));

        await _sandbox.ControlAsync("/sandbox/clock", new { to = "2027-04-01T00:00:01+08:00" });
        await SendAsync("letter 6", _followers[..2]);
        Assert.Equal("letter 6", (await _sandbox.DeliveredAsync(_followers[0]))[^1]);
        Assert.Empty(await _sandbox.DeliveredAsync(_followers[2]));
    }

    [Fact]
    public async Task The_result_is_counted_in_an_event()
    {
        var sent = await SendAsync("letter", _followers);

        var result = await _sandbox.EventAsync("MASSSENDJOBFINISH");
        Assert.Equal($"{sent["msg_id"]}", result["MsgID"]);
        Assert.Equal(("3", "3", "3", "0"), (
            result["TotalCount"], result["FilterCount"], result["SentCount"], result["ErrorCount"]));
    }

    [Fact]
    public async Task Drafts_are_listed_in_pages_the_last_changed_first_and_an_article_of_one_is_changed()
    {
        var ids = new List<string>();
        foreach (var title in new[] { "一", "二", "三" })
        {
            ids.Add((string)(await _sandbox.CallAsync("/cgi-bin/draft/add", new { articles = new[] { new { title, content = "<p>看</p>" } } }))["media_id"]!);
            await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(0, await _sandbox.ErrcodeAsync(
            "/cgi-bin/draft/update", new { media_id = ids[0], index = 0, articles = new { title = "一改", content = "<p>看</p>" } }));
        Assert.Equal(40114, await _sandbox.ErrcodeAsync(
            "/cgi-bin/draft/update", new { media_id = ids[0], index = 1, articles = new { title = "一改", content = "<p>看</p>" } }));
        var (first, last) = (await PageAsync(0), await PageAsync(2));

        Assert.Equal(3, (int)first["total_count"]!);
        Assert.Equal(["一改", "三"], TitlesOf(first));
        Assert.Equal(["二"], TitlesOf(last));
        Assert.Equal("", (string?)first["item"]![0]!["content"]!["news_item"]![0]!["content"]);
        Assert.Equal(40097, await _sandbox.ErrcodeAsync("/cgi-bin/draft/batchget", new { offset = 0, count = 21 }));

        Task<JsonNode> PageAsync(int offset) => _sandbox.CallAsync("/cgi-bin/draft/batchget", new { offset, count = 2, no_content = 1 });

        static IEnumerable<string> TitlesOf(JsonNode page) =>
            page["item"]!.AsArray().Select(item => (string)item!["content"]!["news_item"]![0]!["title"]!);
    }

    [Fact]
    public async Task The_same_client_id_is_sent_once_and_answered_with_the_earlier_ids()
    {
        var first = await SendAsync("letter", _followers, "batch-1");
        Assert.Equal(45066, (int)(await SendAsync("other", _followers, "batch-1"))["errcode"]!);

        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));
        var again = await SendAsync("other", _followers, "batch-1");
        Assert.Equal(45065, (int)again["errcode"]!);
        Assert.Equal((long)first["msg_id"]!, (long)again["msg_id"]!);
        Assert.Equal(["letter"], await _sandbox.DeliveredAsync(_followers[0]));
    }

    [Fact]
    public async Task Without_a_client_id_the_same_content_to_the_same_people_is_refused()
    {
        await SendAsync("letter", _followers);
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(45065, (int)(await SendAsync("letter", _followers))["errcode"]!);
        Assert.Equal(0, (int)(await SendAsync("letter", _followers[..2]))["errcode"]!);
    }

    [Fact]
    public async Task A_client_id_of_33_bytes_is_too_long() =>
        Assert.Equal(45067, (int)(await SendAsync("letter", _followers, new string('x', 33)))["errcode"]!);

    [Fact]
    public async Task A_list_of_one_is_too_short() =>
        Assert.Equal(40130, (int)(await SendAsync("letter", _followers[..1]))["errcode"]!);

    [Fact]
    public async Task A_letter_to_a_tag_reaches_those_who_have_it()
    {
        var tag = (await _sandbox.CallAsync("/cgi-bin/tags/create", new { tag = new { name = "会员" } }))["tag"]!["id"]!;
        await _sandbox.CallAsync(
            "/cgi-bin/tags/members/batchtagging", new { openid_list = new[] { _followers[1] }, tagid = (int)tag });

        await _sandbox.CallAsync("/cgi-bin/message/mass/sendall", new
        {
            filter = new { is_to_all = false, tag_id = (int)tag },
            msgtype = "text",
            text = new { content = "致会员" },
        });

        Assert.Empty(await _sandbox.DeliveredAsync(_followers[0]));
        Assert.Equal(["致会员"], await _sandbox.DeliveredAsync(_followers[1]));
    }

    private Task<JsonNode> SendAsync(string text, string[] receivers, string? clientId = null) =>
        _sandbox.CallAsync("/cgi-bin/message/mass/send", new
        {
            touser = receivers,
            msgtype = "text",
            text = new { content = text },
            clientmsgid = clientId,
        });
}
