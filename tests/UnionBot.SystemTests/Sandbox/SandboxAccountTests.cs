using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace UnionBot.SystemTests.Sandbox;

public sealed class SandboxAccountTests : IAsyncLifetime
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private SandboxUnderTest _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxUnderTest.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_picture_can_be_fetched_for_three_days()
    {
        var id = (string)(await UploadAsync("\"media\""))["media_id"]!;
        var token = await _sandbox.TakeTokenAsync();
        var address = $"/cgi-bin/media/get?media_id={id}&access_token={token}";

        Assert.Equal(Jpeg, await _sandbox.Http.GetByteArrayAsync(address));
        await _sandbox.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Equal(40007, (int)(await _sandbox.GetAsync(address))["errcode"]!);
    }

    [Fact]
    public async Task A_part_without_quotes_around_its_name_is_not_found() =>
        Assert.Equal(41005, (int)(await UploadAsync("media"))["errcode"]!);

    [Fact]
    public async Task A_photo_of_a_follower_arrives_with_a_media_id_that_can_be_fetched()
    {
        var openId = await _sandbox.AddFollowerAsync();
        using var photo = new ByteArrayContent(Jpeg);
        await _sandbox.Http.PostAsync($"/sandbox/followers/{openId}/photo", photo);

        var push = _sandbox.Callback.Pushes[^1];
        Assert.Equal("image", push["MsgType"]);
        Assert.Equal(Jpeg, await _sandbox.Http.GetByteArrayAsync(push["PicUrl"]));
    }

    [Fact]
    public async Task The_newest_menu_that_fits_a_follower_is_shown_and_tapped()
    {
        var openId = await _sandbox.AddFollowerAsync();
        var tag =
            (int)(await _sandbox.CallAsync("/cgi-bin/tags/create", new { tag = new { name = "会员" } }))["tag"]!["id"]!;
        await _sandbox.CallAsync("/cgi-bin/menu/create", Menu("入会", "join"));
        await _sandbox.CallAsync("/cgi-bin/menu/addconditional", new
        {
            button = new[] { new { type = "click", name = "我的会籍", key = "mine" } },
            matchrule = new { tag_id = $"{tag}" },
        });

        Assert.Equal("join", await TapAsync(openId));
        await _sandbox.CallAsync(
            "/cgi-bin/tags/members/batchtagging", new { openid_list = new[] { openId }, tagid = tag });
        Assert.Equal("mine", await TapAsync(openId));
    }

    [Fact]
    public async Task A_menu_with_escaped_Chinese_or_a_long_name_is_refused()
    {
        var token = await _sandbox.TakeTokenAsync();
        using var escaped = new StringContent("""{"button":[{"type":"click","name":"\u5165\u4f1a","key":"join"}]}""");
        using var response = await _sandbox.Http.PostAsync($"/cgi-bin/menu/create?access_token={token}", escaped);
        Assert.Equal(40033, (int)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errcode"]!);

        Assert.Equal(40018, await CreateMenuAsync("""{"button":[{"type":"click","name":"一二三四五六","key":"join"}]}"""));
    }

    [Fact]
    public async Task Scanning_follows_with_the_scene_and_tells_the_scene_to_who_follows_already()
    {
        var created = await _sandbox.CallAsync("/cgi-bin/qrcode/create", new
        {
            action_name = "QR_STR_SCENE",
            expire_seconds = 600,
            action_info = new { scene = new { scene_str = "hall-1" } },
        });
        var ticket = (string)created["ticket"]!;
        var stranger = (string)(await _sandbox.GetAsync("/sandbox/followers?limit=1"))["followers"]![0]!["openid"]!;

        await _sandbox.ActAsync(stranger, "scan", new { ticket });
        Assert.Equal(("subscribe", "qrscene_hall-1"), LastEvent());
        await _sandbox.ActAsync(stranger, "scan", new { ticket });
        Assert.Equal(("SCAN", "hall-1"), LastEvent());

        var picture =
            await _sandbox.Http.GetByteArrayAsync("/cgi-bin/showqrcode?ticket=" + Uri.EscapeDataString(ticket));
        Assert.Equal("PNG"u8, picture.AsSpan(1, 3));
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(11));
        using var gone = await _sandbox.Http.GetAsync("/cgi-bin/showqrcode?ticket=" + Uri.EscapeDataString(ticket));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task All_followers_are_listed_by_pages()
    {
        await _sandbox.AddFollowersAsync(10_001);

        var first = await _sandbox.CallAsync("/cgi-bin/user/get");
        var second = await _sandbox.CallAsync($"/cgi-bin/user/get?next_openid={first["next_openid"]}");
        var last = await _sandbox.CallAsync($"/cgi-bin/user/get?next_openid={second["next_openid"]}");

        Assert.Equal((10_000, 1, 0), ((int)first["count"]!, (int)second["count"]!, (int)last["count"]!));
        Assert.Null(last["data"]);
    }

    [Fact]
    public async Task A_login_code_works_once_and_names_the_follower()
    {
        var openId = await _sandbox.AddFollowerAsync();
        using var browser = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false })
        { BaseAddress = _sandbox.Http.BaseAddress };
        var page = await browser.GetAsync(
            $"/connect/oauth2/authorize?appid={SandboxUnderTest.AppId}&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback"
            + $"&response_type=code&scope=snsapi_base&state=s1&openid={openId}");
        var code = System.Web.HttpUtility.ParseQueryString(page.Headers.Location!.Query)["code"];
        var exchange = $"/sns/oauth2/access_token?appid={SandboxUnderTest.AppId}&secret={SandboxUnderTest.Secret}"
            + $"&code={code}&grant_type=authorization_code";

        Assert.Equal(openId, (string?)(await _sandbox.GetAsync(exchange))["openid"]);
        Assert.Equal(40163, (int)(await _sandbox.GetAsync(exchange))["errcode"]!);
    }

    [Fact]
    public async Task A_short_message_names_the_phones_it_reaches()
    {
        var added = await _sandbox.ControlAsync("/sandbox/followers", new { name = "王芳", phone = "13900000001" });
        var openId = (string)added["followers"]![0]!["openid"]!;

        var sms = await _sandbox.ControlAsync("/sandbox/sms", new { phone = "+86 139 0000 0001", text = "验证码 123456" });

        Assert.Equal(openId, (string?)Assert.Single(sms["openids"]!.AsArray()));
    }

    private static object Menu(string name, string key) => new { button = new[] { new { type = "click", name, key } } };

    private async Task<int> CreateMenuAsync(string json)
    {
        using var body = new StringContent(json);
        var token = await _sandbox.TakeTokenAsync();
        using var response = await _sandbox.Http.PostAsync($"/cgi-bin/menu/create?access_token={token}", body);
        return (int)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errcode"]!;
    }

    private async Task<string> TapAsync(string openId)
    {
        await _sandbox.ActAsync(openId, "tap", new { path = "0" });
        return _sandbox.Callback.Pushes[^1]["EventKey"];
    }

    private (string Event, string Key) LastEvent()
    {
        var push = _sandbox.Callback.Pushes[^1];
        return (push["Event"], push["EventKey"]);
    }

    private async Task<JsonNode> UploadAsync(string name)
    {
        using var file = new ByteArrayContent(Jpeg);
        file.Headers.ContentDisposition =
            new ContentDispositionHeaderValue("form-data") { Name = name, FileName = "\"a.jpg\"" };
        using var form = new MultipartFormDataContent { file };
        var token = await _sandbox.TakeTokenAsync();
        using var response =
            await _sandbox.Http.PostAsync($"/cgi-bin/media/upload?type=image&access_token={token}", form);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
