using UnionBot.WeChat.Api;

namespace UnionBot.Tests.WeChat.Api;

public sealed class LoginApiTests : PlatformTests
{
    private const string Exchange = "/sns/oauth2/access_token";

    [Fact]
    public void The_browser_is_sent_with_the_parameters_in_the_platforms_order() => Assert.Equal(
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1234567890abcdef&redirect_uri=https%3A%2F%2Fbot.example%2Fback%3Fa%3D1"
        + "&response_type=code&scope=snsapi_base&state=n0nce#wechat_redirect",
        Client.Login.AuthorizeAddress(new Uri("https://bot.example/back?a=1"), LoginScope.Base, "n0nce").AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a&scope=x")]
    public void A_state_that_would_break_the_address_is_refused(string state) => Assert.Throws<ArgumentException>(
        () => Client.Login.AuthorizeAddress(new Uri("https://bot.example/"), LoginScope.UserInfo, state));

    [Fact]
    public async Task A_code_is_changed_into_a_person_without_the_accounts_token()
    {
        Platform.Answer(Exchange, """
            {"access_token":"LT","expires_in":7200,"refresh_token":"RT","openid":"o1","scope":"snsapi_base","unionid":"u1"}
            """);

        Assert.True((await Client.Login.ExchangeCodeAsync("C+1")).TryGet(out var grant));

        Assert.Equal(
            new LoginGrant("o1", "u1", "snsapi_base", false, new LoginToken("LT", TimeSpan.FromHours(2)), "RT"), grant);
        Assert.Equal(
            "?appid=wx1234567890abcdef&secret=the-app-secret-0123456789&code=C%2B1&grant_type=authorization_code",
            Platform.Last(Exchange).Query);
        Assert.Equal(0, Platform.CountOf("/cgi-bin/stable_token"));
    }

    [Fact]
    public async Task A_snapshot_is_marked()
    {
        Platform.Answer(Exchange, """{"access_token":"LT","openid":"o_virtual","scope":"snsapi_userinfo","is_snapshotuser":1}""");

        Assert.True((await Client.Login.ExchangeCodeAsync("C")).TryGet(out var grant));

        Assert.True(grant.IsSnapshot);
    }

    [Theory]
    [InlineData("""{"errcode":40029,"errmsg":"invalid code"}""", true)]
    [InlineData("""{"errcode":40163,"errmsg":"code been used"}""", true)]
    [InlineData("<html>", true)]
    [InlineData("""{"errcode":40125,"errmsg":"invalid appsecret"}""", false)]
    [InlineData("""{"errcode":-1,"errmsg":"busy"}""", false)]
    public async Task A_used_code_means_starting_again(string body, bool again)
    {
        Platform.Answer(Exchange, body);

        var answer = await Client.Login.ExchangeCodeAsync("C");

        Assert.False(answer.TryGet(out _));
        Assert.Equal(again, LoginApi.MustStartAgain(answer.Outcome));
    }

    [Fact]
    public async Task A_login_is_refreshed_and_its_profile_read()
    {
        Platform.Answer("/sns/oauth2/refresh_token", """{"access_token":"L2","expires_in":7200,"refresh_token":"R2","openid":"o1","scope":"snsapi_userinfo"}""");
        Platform.Answer("/sns/userinfo", "{\"openid\":\"o1\",\"nickname\":\"王\u0001芳\",\"headimgurl\":\"https://p\"}");

        Assert.True((await Client.Login.RefreshAsync("RT")).TryGet(out var grant));
        Assert.True((await Client.Login.ProfileAsync(grant)).TryGet(out var profile));

        Assert.Equal(new LoginProfile("o1", null, "王 芳", "https://p"), profile);
        Assert.Equal("?access_token=L2&openid=o1&lang=zh_CN", Platform.Last("/sns/userinfo").Query);
        Assert.Equal("?appid=wx1234567890abcdef&grant_type=refresh_token&refresh_token=RT", Platform.Last("/sns/oauth2/refresh_token").Query);
    }
}
