using System.Buffers;
using UnionBot.Benchmarks.Platform;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.Benchmarks.Protocol;

/// <summary>The bot's protocol alone: its reader and writer with all their checks, and nothing behind them.</summary>
internal static class ReaderEndpoint
{
    private static readonly PushReader Reader = new(new WeChatKeys(
        Account.AppId, Account.Token, Account.EncodingAesKey, WeChatMode.Safe, originalId: Account.OriginalId));

    public static async Task AnswerAsync(HttpContext context)
    {
        var body = await ReadBodyAsync(context);
        var result = Reader.Read(QueryOf(context.Request.Query), body, TimeProvider.System.GetUtcNow());
        if (result is not PushResult.Accepted { Envelope: { Push: TextMessage text } envelope })
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var answer = new ArrayBufferWriter<byte>(2048);
        ReplyWriter.Write(answer, envelope, new TextReply(Echo.Of(text.Content)), TimeProvider.System.GetUtcNow());
        context.Response.ContentType = envelope.ReplyContentType;
        context.Response.ContentLength = answer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(answer.WrittenMemory, context.RequestAborted);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context)
    {
        var body = new byte[(int)context.Request.ContentLength!];
        await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
        return body;
    }

    private static PushQuery QueryOf(IQueryCollection query) => new(
        query["signature"], query["timestamp"], query["nonce"], query["openid"], query["encrypt_type"], query["msg_signature"]);
}
