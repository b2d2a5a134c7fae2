using UnionBot.WeChat.Api;

namespace UnionBot.Tests.WeChat.Api;

/// <summary>What goes over the wire when something is sent.</summary>
public sealed class MessageApiTests : PlatformTests
{
    private const string CustomPath = "/cgi-bin/message/custom/send";

    public static TheoryData<CustomMessage, string> CustomMessages => new()
    {
        { new CustomText("你好"), """{"touser":"o1","msgtype":"text","text":{"content":"你好"}}""" },
        { new CustomImage("m"), """{"touser":"o1","msgtype":"image","image":{"media_id":"m"}}""" },
        { new CustomVoice("m"), """{"touser":"o1","msgtype":"voice","voice":{"media_id":"m"}}""" },
        {
            new CustomVideo("m", "t", "题", "文"),
            """{"touser":"o1","msgtype":"video","video":{"media_id":"m","thumb_media_id":"t","title":"题","description":"文"}}"""
        },
        {
            new CustomMusic("t", "u", "h", "题", "文"),
            """{"touser":"o1","msgtype":"music","music":{"title":"题","description":"文","musicurl":"u","hqmusicurl":"h","thumb_media_id":"t"}}"""
        },
        {
            new CustomNews("题", "文", "u", "p"),
            """{"touser":"o1","msgtype":"news","news":{"articles":[{"title":"题","description":"文","url":"u","picurl":"p"}]}}"""
        },
        { new CustomArticle("a"), """{"touser":"o1","msgtype":"mpnewsarticle","mpnewsarticle":{"article_id":"a"}}""" },
        {
            new CustomMenu("满意吗", [new("101", "满意"), new("102", "不满意")], "谢谢"),
            """{"touser":"o1","msgtype":"msgmenu","msgmenu":{"head_content":"满意吗","list":[{"id":"101","content":"满意"},{"id":"102","content":"不满意"}],"tail_content":"谢谢"}}"""
        },
        { new CustomCard("c"), """{"touser":"o1","msgtype":"wxcard","wxcard":{"card_id":"c"}}""" },
        {
            new CustomMiniProgram("题", "wx9", "p/i", "t"),
            """{"touser":"o1","msgtype":"miniprogrampage","miniprogrampage":{"title":"题","appid":"wx9","pagepath":"p/i","thumb_media_id":"t"}}"""
        },
    };

    [Theory]
    [MemberData(nameof(CustomMessages))]
    public async Task A_custom_message_is_written_as_documented(CustomMessage message, string expected)
    {
        Assert.Equal(SendOutcome.Sent, await Client.CustomMessages.SendAsync("o1", message));

        Assert.Equal(expected, Platform.Last(CustomPath).Text);
        Assert.Equal("application/json; charset=utf-8", Platform.Last(CustomPath).ContentType);
    }

    [Fact]
    public async Task A_custom_message_may_come_from_a_member_of_staff()
    {
        await Client.CustomMessages.SendAsync("o1", new CustomText("您好"), "zhao@gh");

        Assert.Contains("\"customservice\":{\"kf_account\":\"zhao@gh\"}", Platform.Last(CustomPath).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("👷🏽‍♀️ 中文 <a href=\"https://x?a=1&b=2\">点'+这里</a>")]
    [InlineData("line\nline\ttab\r\n\"quoted\" back\\slash")]
    public async Task No_character_is_escaped_that_need_not_be(string text)
    {
        await Client.CustomMessages.SendAsync("o1", new CustomText(text));

        var asked = Platform.Last(CustomPath);
        Assert.Equal(text, asked.Json.GetProperty("text").GetProperty("content").GetString());
        Assert.DoesNotContain("\\u", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_json_cannot_hold_is_taken_out()
    {
        await Client.CustomMessages.SendAsync("o1", new CustomText("a\u0001b\uD83Dc"));

        Assert.Equal("ab\uFFFDc", Platform.Last(CustomPath).Json.GetProperty("text").GetProperty("content").GetString());
    }

    [Fact]
    public async Task Typing_is_shown_and_hidden()
    {
        await Client.CustomMessages.ShowTypingAsync("o1", typing: true);
        await Client.CustomMessages.ShowTypingAsync("o1", typing: false);

        Assert.Equal(
            ["""{"touser":"o1","command":"Typing"}""", """{"touser":"o1","command":"CancelTyping"}"""],
            Platform.Asks.Where(asked => asked.Path == "/cgi-bin/message/custom/typing").Select(asked => asked.Text));
    }

    [Fact]
    public async Task A_template_message_is_sent_with_its_own_id()
    {
        const string Path = "/cgi-bin/message/template/send";
        Platform.Answer(Path, """{"errcode":0,"errmsg":"ok","msgid":200228332}""");

        var result = await Client.Templates.SendAsync(new TemplateMessage(
            "o1", "t1", Data(("thing1", "体检"), ("time2", "2025年7月1日")), "https://u", new MiniProgramPage("wx9", "p"), "row-1"));

        Assert.Equal(new SendResult(SendOutcome.Sent, "200228332"), result);
        Assert.Equal(
            """{"touser":"o1","template_id":"t1","url":"https://u","miniprogram":{"appid":"wx9","pagepath":"p"},"client_msg_id":"row-1","data":{"thing1":{"value":"体检"},"time2":{"value":"2025年7月1日"}}}""",
            Platform.Last(Path).Text);
    }

    [Fact]
    public async Task A_refused_template_names_the_field()
    {
        Platform.Answer(
            "/cgi-bin/message/template/send", """{"errcode":47003,"errmsg":"argument invalid! data.thing2.value invalid rid: 1-2"}""");

        var result = await Client.Templates.SendAsync(new TemplateMessage("o1", "t1", Data(("thing2", "很长"))));

        Assert.Equal(("thing2", "1-2"), (result.Outcome.Detail.Field, result.Outcome.Detail.RequestId));
    }

    [Fact]
    public async Task A_subscription_notice_is_sent()
    {
        const string Path = "/cgi-bin/message/subscribe/bizsend";

        var sent = await Client.Templates.SendNoticeAsync(new NoticeMessage("o1", "t1", Data(("thing1", "体检")), "p/1"));
        Platform.Answer(Path, """{"errcode":43101,"errmsg":"user refuse to accept the msg"}""");
        var refused = await Client.Templates.SendNoticeAsync(new NoticeMessage("o1", "t1", Data(("thing1", "体检"))));

        Assert.Equal(SendOutcomeKind.Sent, sent.Outcome.Kind);
        Assert.Equal(SendOutcomeKind.StopPersonForTemplate, refused.Outcome.Kind);
        Assert.Equal("""{"touser":"o1","template_id":"t1","data":{"thing1":{"value":"体检"}}}""", Platform.Last(Path).Text);
    }

    [Fact]
    public async Task A_mass_send_goes_to_a_tag_to_all_or_to_people()
    {
        const string ByTag = "/cgi-bin/message/mass/sendall";
        Platform.Answer(ByTag, """{"errcode":0,"errmsg":"send job submission success","msg_id":34182,"msg_data_id":206227730}""");

        var toTag = await Client.MassSends.SendToTagAsync(2, new MassText("停水通知"), "b-1");
        await Client.MassSends.SendToTagAsync(null, new MassArticles("m1", SendIfReprint: true), "b-2");
        await Client.MassSends.SendToPeopleAsync(["o1", "o2"], new MassImages(["m1", "m2"], "看"), "b-3");

        Assert.Equal(new SendResult(SendOutcome.Sent, "34182", "206227730"), toTag);
        Assert.Equal(
            [
                """{"msgtype":"text","text":{"content":"停水通知"},"filter":{"is_to_all":false,"tag_id":2},"clientmsgid":"b-1"}""",
                """{"msgtype":"mpnews","mpnews":{"media_id":"m1"},"send_ignore_reprint":1,"filter":{"is_to_all":true},"clientmsgid":"b-2"}""",
            ],
            Platform.Asks.Where(asked => asked.Path == ByTag).Select(asked => asked.Text));
        Assert.Equal(
            """{"msgtype":"images","images":{"media_ids":["m1","m2"],"recommend":"看","need_open_comment":0,"only_fans_can_comment":0},"touser":["o1","o2"],"clientmsgid":"b-3"}""",
            Platform.Last("/cgi-bin/message/mass/send").Text);
    }

    [Fact]
    public async Task A_draft_is_read_and_made_again_as_it_was()
    {
        const string Article =
            """{"article_type":"news","title":"春送岗位","author":"工会","digest":"周六上午","content":"<p>泉城广场</p>","content_source_url":"https://a.example","thumb_media_id":"t1","need_open_comment":1,"only_fans_can_comment":0}""";
        const string Pictures =
            """{"article_type":"newspic","title":"图","author":"","digest":"","content":"看图","content_source_url":"","need_open_comment":0,"only_fans_can_comment":1,"image_info":{"image_list":[{"image_media_id":"p1"},{"image_media_id":"p2"}]}}""";
        Platform.Answer("/cgi-bin/draft/get", $$"""{"news_item":[{{Article[..^1]}},"url":"https://mp.example"},{{Pictures}}],"create_time":1}""");
        Platform.Answer("/cgi-bin/draft/add", """{"media_id":"copy"}""");

        Assert.True((await Client.Drafts.GetAsync("m1")).TryGet(out var draft));
        Assert.True((await Client.Drafts.AddAsync(draft)).TryGet(out var copy));

        Assert.Equal("copy", copy.MediaId);
        Assert.Equal("""{"media_id":"m1"}""", Platform.Last("/cgi-bin/draft/get").Text);
        Assert.Equal($$"""{"articles":[{{Article}},{{Pictures}}]}""", Platform.Last("/cgi-bin/draft/add").Text);
    }

    [Fact]
    public async Task Drafts_are_listed_without_their_contents_changed_one_by_one_and_removed()
    {
        Platform.Answer(
            "/cgi-bin/draft/batchget",
            """{"total_count":21,"item_count":1,"item":[{"media_id":"m1","content":{"news_item":[{"title":"春送岗位"},{"title":"法律咨询"}]},"update_time":1767232800}]}""");
        Platform.Answer("/cgi-bin/draft/update", """{"errcode":0,"errmsg":"ok"}""");
        Platform.Answer("/cgi-bin/draft/delete", """{"errcode":40007,"errmsg":"invalid media_id"}""");

        Assert.True((await Client.Drafts.ListAsync(20, 20)).TryGet(out var page));
        var changed = await Client.Drafts.UpdateAsync("m1", 1, new DraftArticle("改", "<p>周日</p>", "news", "", "", "", "", [], false, false));
        var removed = await Client.Drafts.DeleteAsync("m1");

        Assert.Equal((21L, "m1", 1767232800L), (page.Total, page.Drafts[0].MediaId, page.Drafts[0].UpdatedAt.ToUnixTimeSeconds()));
        Assert.Equal(["春送岗位", "法律咨询"], page.Drafts[0].Titles);
        Assert.Equal("""{"offset":20,"count":20,"no_content":1}""", Platform.Last("/cgi-bin/draft/batchget").Text);
        Assert.StartsWith("""{"media_id":"m1","index":1,"articles":{"article_type":"news","title":"改",""", Platform.Last("/cgi-bin/draft/update").Text, StringComparison.Ordinal);
        Assert.Equal((true, 40007), (changed.Succeeded, removed.ErrorCode));
    }

    [Fact]
    public async Task A_mass_send_that_exists_is_already_sent_and_gives_the_earlier_id()
    {
        Platform.Answer(
            "/cgi-bin/message/mass/sendall", """{"errcode":45065,"errmsg":"clientmsgid exist","msg_id":7,"msg_data_id":8}""");

        var result = await Client.MassSends.SendToTagAsync(2, new MassVoice("m"), "b-1");

        Assert.Equal((SendOutcomeKind.AlreadySent, "7", "8"), (result.Outcome.Kind, result.MsgId, result.MsgDataId));
        Assert.True(result.Outcome.Succeeded);
    }

    [Fact]
    public async Task A_mass_send_is_previewed_followed_and_deleted()
    {
        Platform.Answers(
            "/cgi-bin/message/mass/get",
            """{"msg_id":7,"msg_status":"SENDING"}""",
            """{"msg_id":7,"msg_status":"SEND_SUCCESS"}""",
            """{"msg_id":7,"msg_status":"SEND_FAIL"}""",
            """{"msg_id":7,"msg_status":"DELETE"}""",
            """{"msg_id":7,"msg_status":"PONDERING"}""");
        var seen = new List<MassProgress>();
        for (var i = 0; i < 5; i++)
        {
            Assert.True((await Client.MassSends.StatusAsync("7")).TryGet(out var status));
            seen.Add(status.Progress);
        }

        await Client.MassSends.PreviewAsync("o1", new MassVideo("m"));
        await Client.MassSends.DeleteAsync("7", 2);

        Assert.Equal([MassProgress.Sending, MassProgress.Sent, MassProgress.Failed, MassProgress.Deleted, MassProgress.Other], seen);
        Assert.Equal("""{"msg_id":"7"}""", Platform.Last("/cgi-bin/message/mass/get").Text);
        Assert.Equal(
            """{"msgtype":"mpvideo","mpvideo":{"media_id":"m"},"touser":"o1"}""", Platform.Last("/cgi-bin/message/mass/preview").Text);
        Assert.Equal("""{"msg_id":"7","article_idx":2}""", Platform.Last("/cgi-bin/message/mass/delete").Text);
    }

    [Fact]
    public async Task A_mass_send_needs_an_id_of_at_most_32_bytes_and_two_people()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.MassSends.SendToTagAsync(2, new MassText("x"), ""));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.MassSends.SendToTagAsync(2, new MassText("x"), new string('中', 11)));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.MassSends.SendToPeopleAsync(["o1"], new MassText("x"), "b"));
        Assert.Empty(Platform.Asks);
    }

    private static Dictionary<string, string> Data(params (string Name, string Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
