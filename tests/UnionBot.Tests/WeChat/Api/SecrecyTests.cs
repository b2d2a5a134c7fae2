using System.Net;
using UnionBot.WeChat.Api;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat.Api;

/// <summary>Secrets, ids and texts never get out by way of an exception or of something that prints itself.</summary>
public sealed class SecrecyTests
{
    private const string Text = "我的工资被拖欠了";
    private const string OpenId = "oSecretPerson0000000000000001";
    private const string Token = "VERYSECRETTOKEN";

    private static readonly string[] Private =
        [Text, OpenId, Token, ScriptedPlatform.Secret, PlatformPen.Token, PlatformPen.AesKey];

    [Fact]
    public async Task No_failure_of_the_network_shows_what_was_sent()
    {
        var store = new MemoryTokenStore { State = new AccessTokenState(1, new AccessToken(Token, DateTimeOffset.MaxValue)) };
        Exception[] failures =
        [
            new HttpRequestException($"GET https://x?access_token={Token} {Text}", null, HttpStatusCode.BadGateway),
            new IOException(Token),
            new TaskCanceledException(Text, new TimeoutException()),
        ];

        foreach (var failure in failures)
        {
            using var http = new HttpClient(new FailingHandler(failure));
            using var client = new WeChatClient(
                http, new WeChatApiOptions("wx1", ScriptedPlatform.Secret), store, TimeProvider.System);

            var outcome = await client.CustomMessages.SendAsync(OpenId, new CustomText(Text));
            var login = await client.Login.ExchangeCodeAsync("code");
            var mass = await client.MassSends.SendToPeopleAsync([OpenId, OpenId], new MassText(Text), "b");

            AssertSilent($"{outcome} {login.Outcome} {mass}");
        }
    }

    [Fact]
    public async Task No_refused_argument_is_quoted()
    {
        using var http = new HttpClient();
        using var client = new WeChatClient(
            http, new WeChatApiOptions("wx1", ScriptedPlatform.Secret), new MemoryTokenStore(), TimeProvider.System);

        Func<Task>[] mistakes =
        [
            () => client.MassSends.SendToPeopleAsync([OpenId], new MassText(Text), "b"),
            () => client.MassSends.SendToTagAsync(1, new MassText(Text), Token + Token + Token),
            () => client.Users.GetManyAsync([.. Enumerable.Repeat(OpenId, 101)]),
            () => client.Tags.AddPeopleAsync(1, [.. Enumerable.Repeat(OpenId, 51)]),
            () => client.QrCodes.CreatePermanentAsync(new string('x', 65) + Token),
            () => Task.FromResult(client.Login.AuthorizeAddress(new Uri("https://x"), LoginScope.Base, Token + "!")),
            () => Task.FromResult(new WeChatKeys("wx1", Token + " " + Token, PlatformPen.AesKey)),
            () => Task.FromResult(new WeChatKeys("wx1", "tok123", PlatformPen.AesKey + Token)),
        ];

        foreach (var mistake in mistakes) AssertSilent((await Assert.ThrowsAnyAsync<ArgumentException>(mistake)).ToString());
    }

    [Fact]
    public void Nothing_that_holds_a_secret_or_a_text_prints_it()
    {
        var data = new Dictionary<string, string> { ["thing1"] = Text };
        var header = new PushHeader("gh_1", OpenId, DateTimeOffset.UnixEpoch, "1");
        object[] things =
        [
            new CustomText(Text), new CustomMenu(Text, [], Text), new MassText(Text), new TextReply(Text),
            new TemplateMessage(OpenId, "t", data), new NoticeMessage(OpenId, "t", data),
            header, new PushQuery(Token, "1", "2", OpenId), TextLimit.Cut(Text), new TextMessage(header, Text), new UnknownPush(header, "t", "", []), new AccessToken(Token, DateTimeOffset.MaxValue),
            new AccessTokenState(1, new AccessToken(Token, DateTimeOffset.MaxValue)), new LoginToken(Token, TimeSpan.Zero),
            new LoginGrant(OpenId, null, "s", false, new LoginToken(Token, TimeSpan.Zero), Token),
            new WeChatApiOptions("wx1", ScriptedPlatform.Secret), PlatformPen.Keys(),
            new TaggingResult(SendOutcome.Sent, [OpenId]),
            new PushResult.Accepted(Samples.Envelope(Samples.Text(Text))),
        ];

        Assert.All(things, thing => AssertSilent(thing.ToString()!));
    }

    [Fact]
    public void An_error_message_of_the_platform_is_never_kept_whole() => AssertSilent(ErrorTable.Map(
        40003, $"invalid openid {OpenId} {Text} {Token} rid: 1-2", ApiKind.Person, repeatable: false).ToString());

    private static void AssertSilent(string printed) =>
        Assert.All(Private, secret => Assert.DoesNotContain(secret, printed, StringComparison.Ordinal));

    private sealed class FailingHandler(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(failure);
    }
}
