using System.Net;

namespace UnionBot.SystemTests.EndToEnd;

public sealed class BadInputTests(City city) : IClassFixture<City>
{
    private static long _msgId = 9_000_000;

    private static SignedPush Good(string content = "菜单", string openId = "o-by-hand") =>
        SignedPush.Text(openId, content, Interlocked.Increment(ref _msgId));

    [Fact]
    public async Task A_push_made_by_the_book_is_answered() =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Good())).Status);

    [Fact]
    public async Task A_wrong_signature_is_refused_with_an_empty_body() =>
        await AssertRefusedAsync(Good() with { Token = "OtherToken9" });

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public async Task A_timestamp_outside_five_minutes_is_refused(int seconds) =>
        await AssertRefusedAsync(Good() with { Timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds });

    [Fact]
    public async Task A_push_for_another_account_is_refused() => await AssertRefusedAsync(Good() with { AppId = "wx9999999999999999" });

    [Fact]
    public async Task A_truncated_ciphertext_is_refused() =>
        await AssertRefusedAsync(Good() with { ChangeCiphertext = text => text[..(text.Length / 2)] });

    [Fact]
    public async Task An_unencrypted_push_is_refused_where_safe_mode_is_set()
    {
        var (path, _) = Good().Write();
        var plain = path[..path.IndexOf("&encrypt_type", StringComparison.Ordinal)];

        using var response = await city.Bot.Client.PostAsync(plain, new StringContent(Good().Message));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/wechat")]
    [InlineData("/wechat?timestamp=1&nonce=2")]
    [InlineData("/wechat?signature=x&timestamp=abc&nonce=2&msg_signature=y&encrypt_type=aes")]
    public async Task Missing_or_unreadable_fields_are_refused(string path)
    {
        using var response = await city.Bot.Client.PostAsync(path, new StringContent("<xml></xml>"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Operators_see_what_is_refused_and_what_is_in_hand()
    {
        await PostAsync(Good() with { Token = "OtherToken9" });

        var metrics = await city.Bot.Management.GetStringAsync("/metrics");

        Assert.Matches("""unionbot_pushes_total\{result="WrongSignature"\} [1-9]""", metrics);
        Assert.Matches("unionbot_inbox_in_hand [0-9]", metrics);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a..b")]
    [InlineData("127.0.0.1:99999")]
    public async Task A_host_of_nonsense_is_no_fault_of_ours(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chat");
        request.Headers.TryAddWithoutValidation("Host", host);

        using var response = await city.Bot.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_megabytes_are_too_much(bool lengthIsTold)
    {
        using var body = new ByteArrayContent(new byte[2 * 1024 * 1024]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Good().Write().Path) { Content = body };
        request.Headers.TransferEncodingChunked = !lengthIsTold;

        // Asked first, as the bot hangs up on whoever goes on sending what it has refused.
        request.Headers.ExpectContinue = lengthIsTold;

        using var response = await city.Bot.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><xml><FromUserName>&a;</FromUserName></xml>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><FromUserName>&a;</FromUserName></xml>")]
    [InlineData("<xml><FromUserName>")]
    [InlineData("not xml at all")]
    [InlineData("<xml></xml>")]
    public async Task A_signed_push_that_cannot_be_read_is_acknowledged_and_recorded(string message)
    {
        var before = await RecordedAsync();

        var (status, body) = await PostAsync(new SignedPush(message));

        Assert.Equal((HttpStatusCode.OK, "success"), (status, body));
        Assert.Equal(before + 1, await RecordedAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("     ")]
    [InlineData("0")]
    [InlineData("１２３４５６７８９０")]
    [InlineData("🙏🙏😭👨‍👩‍👧")]
    [InlineData("\ud83d")]
    [InlineData("'; DROP TABLE person; --")]
    [InlineData("{{#each this}}{{Name}}{{/each}}")]
    public async Task Whatever_people_write_is_answered(string content) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Good(content, "o-odd"))).Status);

    [Fact]
    public async Task Ten_thousand_characters_are_answered() =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Good(new string('工', 10_000), "o-long"))).Status);

    [Fact]
    public async Task A_replay_inside_the_window_gets_the_same_answer_and_has_no_effect()
    {
        var push = Good("菜单", "o-replay");
        var (path, body) = push.Write();

        using var first = await city.Bot.Client.PostAsync(path, new StringContent(body));
        using var second = await city.Bot.Client.PostAsync(path, new StringContent(body));

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual("success", await second.Content.ReadAsStringAsync());
        Assert.Equal(1L, await city.Database.ScalarAsync<long>(
            "SELECT count(*) FROM outbound WHERE person_id = (SELECT id FROM person ORDER BY id DESC LIMIT 1)"));
    }

    [Fact]
    public async Task A_nonsensical_time_is_acknowledged_and_recorded()
    {
        var message = Good("菜单", "o-time").Message.Replace("<CreateTime>", "<CreateTime>99", StringComparison.Ordinal);

        Assert.Equal("success", (await PostAsync(new SignedPush(message))).Body);
    }

    private async Task AssertRefusedAsync(SignedPush push) =>
        Assert.Equal((HttpStatusCode.Forbidden, ""), await PostAsync(push));

    private Task<(HttpStatusCode Status, string Body)> PostAsync(SignedPush push) => city.PostAsync(push);

    private Task<long> RecordedAsync() =>
        city.Database.ScalarAsync<long>("SELECT COALESCE(sum(count), 0)::bigint FROM unreadable_push");
}
