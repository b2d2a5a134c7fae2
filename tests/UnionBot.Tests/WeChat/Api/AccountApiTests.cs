using UnionBot.WeChat.Api;

namespace UnionBot.Tests.WeChat.Api;

/// <summary>Menus, people, tags, QR codes and the account's tools.</summary>
public sealed class AccountApiTests : PlatformTests
{
    [Fact]
    public async Task A_menu_is_created_with_raw_names()
    {
        await Client.Menus.CreateAsync(
            [MenuButton.Click("会籍💳", "ME"), MenuButton.Group("服务", MenuButton.View("网站", "https://u?a=1&b=2"))]);

        Assert.Equal(
            """{"button":[{"type":"click","name":"会籍💳","key":"ME"},{"name":"服务","sub_button":[{"type":"view","name":"网站","url":"https://u?a=1&b=2"}]}]}""",
            Platform.Last("/cgi-bin/menu/create").Text);
    }

    [Fact]
    public async Task Menus_are_read_with_their_conditional_variants()
    {
        Platform.Answer("/cgi-bin/menu/get", """
            {"menu":{"button":[{"name":"服务","sub_button":[{"type":"click","name":"会籍","key":"ME","sub_button":[]}]}],"menuid":1},
             "conditionalmenu":[{"button":[{"type":"view","name":"网站","url":"u","sub_button":[]}],"matchrule":{"group_id":2,"client_platform_type":1},"menuid":9}]}
            """);

        Assert.True((await Client.Menus.GetAsync()).TryGet(out var menus));

        Assert.Equal(MenuButton.Click("会籍", "ME"), Assert.Single(Assert.Single(menus.Buttons).SubButtons!));
        var variant = Assert.Single(menus.Conditional);
        Assert.Equal(("9", new MenuRule(2, 1)), (variant.MenuId, variant.Rule));
        Assert.Equal([MenuButton.View("网站", "u")], variant.Buttons);
    }

    [Theory]
    [InlineData("""{"is_menu_open":1,"selfmenu_info":{"button":[{"name":"服务","sub_button":{"list":[{"type":"click","name":"会籍","key":"ME"}]}}]}}""", "服务 ME")]
    [InlineData("""{"is_menu_open":1,"selfmenu_info":{"button":[{"name":"服务","sub_button":[{"type":"click","name":"会籍","key":"ME"}]}]}}""", "服务 ME")]
    [InlineData("""{"is_menu_open":0,"selfmenu_info":{"button":[{"type":"click","name":"会籍","key":"ME"}]}}""", "")]
    [InlineData("""{"is_menu_open":0}""", "")]
    public async Task The_menu_that_people_see_is_read_however_it_was_made(string answer, string expected)
    {
        Platform.Answer("/cgi-bin/get_current_selfmenu_info", answer);

        Assert.True((await Client.Menus.CurrentAsync()).TryGet(out var current));

        Assert.Equal(expected, string.Join(' ', current.Buttons.SelectMany(b => (string?[])[b.Name, .. b.SubButtons!.Select(s => s.Key)])));
    }

    [Fact]
    public async Task Conditional_menus_are_added_tried_and_deleted()
    {
        Platform.Answer("/cgi-bin/menu/addconditional", """{"menuid":"208379533"}""");
        Platform.Answer("/cgi-bin/menu/trymatch", """{"button":[{"type":"click","name":"会籍","key":"ME"}]}""");

        Assert.True((await Client.Menus.AddConditionalAsync([MenuButton.Click("会籍", "ME")], new MenuRule(2))).TryGet(out var created));
        Assert.True((await Client.Menus.TryMatchAsync("o1")).TryGet(out var matched));
        await Client.Menus.DeleteConditionalAsync(created.MenuId);
        await Client.Menus.DeleteAsync();

        Assert.Equal([MenuButton.Click("会籍", "ME")], matched.Buttons);
        Assert.Equal(
            """{"button":[{"type":"click","name":"会籍","key":"ME"}],"matchrule":{"tag_id":2}}""",
            Platform.Last("/cgi-bin/menu/addconditional").Text);
        Assert.Equal("""{"menuid":"208379533"}""", Platform.Last("/cgi-bin/menu/delconditional").Text);
        Assert.Equal("GET", Platform.Last("/cgi-bin/menu/delete").Method);
    }

    [Fact]
    public async Task A_person_is_read_and_one_who_left_is_empty()
    {
        Platform.Answers(
            "/cgi-bin/user/info",
            """{"subscribe":1,"openid":"o1","language":"zh_CN","subscribe_time":1764000000,"unionid":"u1","remark":"备注","groupid":0,"tagid_list":[2,128],"subscribe_scene":"ADD_SCENE_QR_CODE","qr_scene":98765,"qr_scene_str":""}""",
            """{"subscribe":0,"openid":"o2"}""",
            """{}""");

        Assert.True((await Client.Users.GetAsync("o1")).TryGet(out var follower));
        Assert.True((await Client.Users.GetAsync("o2")).TryGet(out var left));
        var nothing = await Client.Users.GetAsync("o3");

        Assert.Equal(("o1", true, "u1", "98765"), (follower.OpenId, follower.Follows, follower.UnionId, follower.QrScene));
        Assert.Equal([2, 128], follower.TagIds);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1764000000), follower.FollowedAt);
        Assert.Equal((false, null), (left.Follows, left.FollowedAt));
        Assert.Equal(SendOutcomeKind.RetryLater, nothing.Outcome.Kind);
    }

    [Fact]
    public async Task People_are_read_a_hundred_at_a_time()
    {
        Platform.Answer(
            "/cgi-bin/user/info/batchget",
            "{\"user_info_list\":[{\"subscribe\":1,\"openid\":\"o1\",\"remark\":\"a\u0007b\"},{\"subscribe\":0,\"openid\":\"o2\",\"remark\":\"\\uD83D\"}]}");

        Assert.True((await Client.Users.GetManyAsync(["o1", "o2"])).TryGet(out var list));

        Assert.Equal(["o1", "o2"], list.People.Select(person => person.OpenId));
        Assert.Equal(
            """{"user_list":[{"openid":"o1","lang":"zh_CN"},{"openid":"o2","lang":"zh_CN"}]}""",
            Platform.Last("/cgi-bin/user/info/batchget").Text);
        var tooMany = await Assert.ThrowsAsync<ArgumentException>(
            () => Client.Users.GetManyAsync([.. Enumerable.Repeat("o_private", 101)]));
        Assert.DoesNotContain("o_private", tooMany.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Followers_are_listed_to_the_end()
    {
        Platform.Answers(
            "/cgi-bin/user/get",
            """{"total":3,"count":2,"data":{"openid":["o1","o2"]},"next_openid":"o2"}""",
            """{"total":3,"count":0,"next_openid":""}""");

        Assert.True((await Client.Users.ListAsync()).TryGet(out var first));
        Assert.True((await Client.Users.ListAsync(first.Next)).TryGet(out var last));

        Assert.Equal((3, "o2"), (first.Total, first.Next));
        Assert.Equal(["o1", "o2"], first.OpenIds);
        Assert.Equal("next_openid=o2", Platform.Last("/cgi-bin/user/get").QueryWithoutToken);
        Assert.Empty(last.OpenIds);
        Assert.Null(last.Next);
    }

    [Fact]
    public async Task Tags_are_kept()
    {
        Platform.Answer("/cgi-bin/tags/create", """{"tag":{"id":134,"name":"女工"}}""");
        Platform.Answer("/cgi-bin/tags/get", """{"tags":[{"id":2,"name":"星标组","count":7},{"id":134,"name":"女工","count":0}]}""");
        Platform.Answer("/cgi-bin/tags/getidlist", """{"tagid_list":[134,2]}""");
        Platform.Answer("/cgi-bin/user/tag/get", """{"count":1,"data":{"openid":["o1"]},"next_openid":"o1"}""");

        Assert.True((await Client.Tags.CreateAsync("女工")).TryGet(out var tag));
        Assert.True((await Client.Tags.ListAsync()).TryGet(out var list));
        Assert.True((await Client.Tags.OfPersonAsync("o1")).TryGet(out var ids));
        Assert.True((await Client.Tags.PeopleAsync(134)).TryGet(out var people));
        await Client.Tags.RenameAsync(134, "女职工");
        await Client.Tags.DeleteAsync(134);

        Assert.Equal(new Tag(134, "女工"), tag);
        Assert.Equal([new Tag(2, "星标组", 7), new Tag(134, "女工", 0)], list.Tags);
        Assert.Equal([134, 2], ids.Ids);
        Assert.Equal(["o1"], people.OpenIds);
        Assert.Equal("""{"tag":{"name":"女工"}}""", Platform.Last("/cgi-bin/tags/create").Text);
        Assert.Equal("""{"tag":{"id":134,"name":"女职工"}}""", Platform.Last("/cgi-bin/tags/update").Text);
        Assert.Equal("""{"tag":{"id":134}}""", Platform.Last("/cgi-bin/tags/delete").Text);
    }

    [Fact]
    public async Task People_are_tagged_and_those_who_failed_are_named()
    {
        const string Path = "/cgi-bin/tags/members/batchtagging";
        Platform.Answers(Path, """{"errcode":0,"errmsg":"ok"}""", """{"errcode":45171,"errmsg":"part fail","fail_openid_list":["o2"]}""");

        var all = await Client.Tags.AddPeopleAsync(134, ["o1", "o2"]);
        var some = await Client.Tags.AddPeopleAsync(134, ["o1", "o2"]);
        await Client.Tags.RemovePeopleAsync(134, ["o1"]);

        Assert.Empty(all.FailedOpenIds);
        Assert.Equal(SendOutcomeKind.RetryLater, some.Outcome.Kind);
        Assert.Equal(["o2"], some.FailedOpenIds);
        Assert.Equal("""{"openid_list":["o1","o2"],"tagid":134}""", Platform.Last(Path).Text);
        Assert.Equal("""{"openid_list":["o1"],"tagid":134}""", Platform.Last("/cgi-bin/tags/members/batchuntagging").Text);
        await Assert.ThrowsAsync<ArgumentException>(() => Client.Tags.AddPeopleAsync(1, [.. Enumerable.Repeat("o", 51)]));
    }

    [Fact]
    public async Task QR_codes_are_made_for_a_time_or_for_ever()
    {
        const string Path = "/cgi-bin/qrcode/create";
        Platform.Answers(
            Path, """{"ticket":"gQ+/==","expire_seconds":3600,"url":"http://weixin.qq.com/q/x"}""", """{"ticket":"T","url":"u"}""");

        Assert.True((await Client.QrCodes.CreateTemporaryAsync("bind-1", TimeSpan.FromHours(1))).TryGet(out var temporary));
        Assert.True((await Client.QrCodes.CreatePermanentAsync("工厂7")).TryGet(out var permanent));

        Assert.Equal(new QrCode("gQ+/==", "http://weixin.qq.com/q/x", TimeSpan.FromHours(1)), temporary);
        Assert.Equal("https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=gQ%2B%2F%3D%3D", temporary.PictureAddress.AbsoluteUri);
        Assert.Null(permanent.ValidFor);
        Assert.Equal(
            [
                """{"expire_seconds":3600,"action_name":"QR_STR_SCENE","action_info":{"scene":{"scene_str":"bind-1"}}}""",
                """{"action_name":"QR_LIMIT_STR_SCENE","action_info":{"scene":{"scene_str":"工厂7"}}}""",
            ],
            Platform.Asks.Where(asked => asked.Path == Path).Select(asked => asked.Text));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Client.QrCodes.CreateTemporaryAsync("x", TimeSpan.FromDays(31)));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.QrCodes.CreatePermanentAsync(new string('x', 65)));
    }

    [Fact]
    public async Task Quotas_are_read_and_cleared()
    {
        Platform.Answer("/cgi-bin/openapi/quota/get", """
            {"errcode":0,"errmsg":"ok","quota":{"daily_limit":500000,"used":12,"remain":499988},"rate_limit":{"call_count":100,"refresh_second":60}}
            """);
        Platform.Answer("/cgi-bin/clear_quota", """{"errcode":48006,"errmsg":"forbid to clear quota because of reaching the limit"}""");

        Assert.True((await Client.Account.QuotaAsync("/cgi-bin/message/custom/send")).TryGet(out var quota));
        var all = await Client.Account.ClearAllQuotasAsync();
        var one = await Client.Account.ClearQuotaAsync("/cgi-bin/menu/get");

        Assert.Equal(new ApiQuota(500_000, 12, 499_988, new RateLimit(100, 60)), quota);
        Assert.Equal((SendOutcomeKind.Misconfigured, SendOutcomeKind.Sent), (all.Kind, one.Kind));
        Assert.Equal("""{"appid":"wx1234567890abcdef"}""", Platform.Last("/cgi-bin/clear_quota").Text);
        Assert.Equal("""{"cgi_path":"/cgi-bin/menu/get"}""", Platform.Last("/cgi-bin/openapi/quota/clear").Text);
    }

    [Fact]
    public async Task Addresses_connectivity_and_failed_requests_are_told()
    {
        Platform.Answer("/cgi-bin/get_api_domain_ip", """{"ip_list":["101.226.0.1","101.226.0.2"]}""");
        Platform.Answer("/cgi-bin/getcallbackip", """{"ip_list":["127.0.0.1"]}""");
        Platform.Answer("/cgi-bin/callback/check", """
            {"dns":[{"ip":"111.1.1.1","real_operator":"UNICOM"}],"ping":[{"ip":"111.1.1.1","from_operator":"UNICOM","package_loss":"100%","time":"23.079ms"}]}
            """);
        Platform.Answer("/cgi-bin/openapi/rid/get", """{"errcode":0,"request":{"invoke_time":1764000000,"cost_in_ms":30,"client_ip":"1.2.3.4"}}""");

        Assert.True((await Client.Account.ApiAddressesAsync()).TryGet(out var api));
        Assert.True((await Client.Account.CallbackAddressesAsync()).TryGet(out var callback));
        Assert.True((await Client.Account.CheckCallbackAsync()).TryGet(out var check));
        Assert.True((await Client.Account.ExplainAsync("66-1")).TryGet(out var request));

        Assert.Equal(["101.226.0.1", "101.226.0.2"], api.Addresses);
        Assert.Equal(["127.0.0.1"], callback.Addresses);
        Assert.Equal([new CallbackDns("111.1.1.1", "UNICOM")], check.Dns);
        Assert.Equal([new CallbackPing("111.1.1.1", "UNICOM", 100, "23.079ms")], check.Pings);
        Assert.Equal(new FailedRequest(DateTimeOffset.FromUnixTimeSeconds(1764000000), 30, "1.2.3.4"), request);
    }
}
