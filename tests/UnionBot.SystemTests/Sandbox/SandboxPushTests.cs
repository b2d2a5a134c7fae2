using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.SystemTests.Sandbox;

public sealed class SandboxPushTests
{
    private const string OutOfOrder = "该公众号提供的服务出现故障，请稍后再试";

    [Theory]
    [InlineData("safe", "xml", WeChatMode.Safe)]
    [InlineData("safe", "json", WeChatMode.Safe)]
    [InlineData("compatible", "xml", WeChatMode.Compatible)]
    [InlineData("compatible", "json", WeChatMode.Compatible)]
    [InlineData("plain", "xml", WeChatMode.Plain)]
    [InlineData("plain", "json", WeChatMode.Plain)]
    public async Task The_bots_protocol_opens_a_push_and_its_answer_is_shown(
        string mode, string format, WeChatMode keysMode)
    {
        await using var sandbox = await SandboxUnderTest.StartAsync("--mode", mode, "--format", format);
        var keys = new WeChatKeys(
            SandboxUnderTest.AppId,
            SandboxUnderTest.Token,
            SandboxUnderTest.AesKey,
            keysMode,
            originalId: SandboxUnderTest.OriginalId);
        sandbox.Callback.Answer = push => Task.FromResult(Echo(new PushReader(keys), push));

        var openId = await sandbox.AddFollowerAsync();
        var result = await sandbox.SayAsync(openId, "我要入会😀");

        Assert.Null((string?)result["fault"]);
        Assert.Equal(["您说的是：我要入会😀"], await sandbox.DeliveredAsync(openId));
    }

    [Fact]
    public async Task A_callback_that_never_answers_is_tried_three_times_before_the_follower_is_told()
    {
        await using var sandbox = await SandboxUnderTest.StartAsync("--Sandbox:AnswerTimeout", "00:00:00.2");
        sandbox.Callback.Answer = async push =>
        {
            await Task.Delay(Timeout.Infinite, push.HungUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return "success";
        };

        var result = await sandbox.SayAsync(await sandbox.AddFollowerAsync(), "在吗");

        Assert.Equal(3, result["attempts"]!.AsArray().Count);
        Assert.Equal(OutOfOrder, (string?)result["reply"]![0]!["text"]);
        Assert.Single(sandbox.Callback.Pushes.Select(push => push["MsgId"]).Distinct());
        Assert.Equal(3, sandbox.Callback.Pushes.Select(push => (string?)push.Query["nonce"]).Distinct().Count());
    }

    [Fact]
    public async Task An_answer_to_the_second_try_is_shown_once()
    {
        await using var sandbox = await SandboxUnderTest.StartAsync("--Sandbox:AnswerTimeout", "00:00:01");
        var tries = 0;
        sandbox.Callback.Answer = async push =>
        {
            if (Interlocked.Increment(ref tries) > 1) return push.ReplyXml("在的");
            await Task.Delay(Timeout.Infinite, push.HungUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return "success";
        };

        var openId = await sandbox.AddFollowerAsync();
        await sandbox.SayAsync(openId, "在吗");

        Assert.Equal(["在的"], await sandbox.DeliveredAsync(openId));
    }

    [Theory]
    [InlineData("<html>502</html>")]
    [InlineData("你好")]
    [InlineData("{\"a\":")]
    public async Task An_answer_that_is_no_reply_is_shown_as_out_of_order(string answer)
    {
        await using var sandbox = await SandboxUnderTest.StartAsync();
        sandbox.Callback.Answer = _ => Task.FromResult(answer);

        Assert.Equal(OutOfOrder, FirstText(await sandbox.SayAsync(await sandbox.AddFollowerAsync(), "在吗")));
    }

    [Fact]
    public async Task A_reply_with_a_wrong_sender_milliseconds_or_too_long_a_text_is_not_taken()
    {
        await using var sandbox = await SandboxUnderTest.StartAsync();
        var openId = await sandbox.AddFollowerAsync();
        var longest = new string('长', 682) + "ab";
        Func<TestPush, string>[] wrong =
        [
            push => push.ReplyXml("您好", from: "gh_other"),
            push => push.ReplyXml("您好", createTime: "1795242277000"),
            push => push.ReplyXml(longest + "c"),
            push => push.ReplyXml(""),
        ];

        foreach (var reply in wrong)
        {
            sandbox.Callback.Answer = push => Task.FromResult(reply(push));
            Assert.Equal(OutOfOrder, FirstText(await sandbox.SayAsync(openId, "在吗")));
        }

        sandbox.Callback.AnswersText(longest);
        Assert.Equal(longest, FirstText(await sandbox.SayAsync(openId, "在吗")));
    }

    [Fact]
    public async Task Safe_mode_does_not_take_an_answer_in_clear()
    {
        await using var sandbox = await SandboxUnderTest.StartAsync("--mode", "safe");
        sandbox.Callback.Answer = push => Task.FromResult(push.ReplyXml("您好"));

        var result = await sandbox.SayAsync(await sandbox.AddFollowerAsync(), "在吗");

        Assert.Equal("the answer is not encrypted", (string?)result["fault"]);
    }

    [Fact]
    public async Task Copies_of_one_message_arrive_with_one_id_and_are_answered_once()
    {
        await using var sandbox = await SandboxUnderTest.StartAsync();
        sandbox.Callback.AnswersText("收到");
        var openId = await sandbox.AddFollowerAsync();

        var result = await sandbox.SayAsync(openId, "报名", copies: 8);

        Assert.Equal(8, sandbox.Callback.Pushes.Count(push => push["MsgId"] == (string?)result["msgId"]));
        Assert.Equal(8, result["copies"]!.AsArray().Count);
        Assert.Equal(["收到"], await sandbox.DeliveredAsync(openId));
    }

    [Fact]
    public async Task A_moved_clock_shows_in_CreateTime_and_never_in_the_signature()
    {
        await using var sandbox = await SandboxUnderTest.StartAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromDays(40));

        await sandbox.SayAsync(await sandbox.AddFollowerAsync(), "在吗");

        var push = sandbox.Callback.Pushes[^1];
        var ahead = Number(push["CreateTime"]) - Number(push.Query["timestamp"]!);
        Assert.InRange(ahead, 40 * 86_400 - 5, 40 * 86_400 + 5);
    }

    [Fact]
    public async Task Saving_the_callback_checks_that_it_answers()
    {
        await using var sandbox = await SandboxUnderTest.StartAsync();

        Assert.True((bool?)(await sandbox.ControlAsync("/sandbox/verify", new { }))["verified"]);
    }

    private static long Number(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);

    private static string? FirstText(JsonNode result) => (string?)result["reply"]![0]!["text"];

    private static string Echo(PushReader reader, TestPush push)
    {
        var query = new PushQuery(
            push.Query["signature"],
            push.Query["timestamp"],
            push.Query["nonce"],
            push.Query["openid"],
            push.Query["encrypt_type"],
            push.Query["msg_signature"]);
        var result = reader.Read(query, push.Body, TimeProvider.System.GetUtcNow());
        if (result is not PushResult.Accepted { Envelope: { Push: TextMessage message } envelope }) return "refused";

        var answer = new ArrayBufferWriter<byte>();
        ReplyWriter.Write(answer, envelope, new TextReply($"您说的是：{message.Content}"), TimeProvider.System.GetUtcNow());
        return Encoding.UTF8.GetString(answer.WrittenSpan);
    }
}
