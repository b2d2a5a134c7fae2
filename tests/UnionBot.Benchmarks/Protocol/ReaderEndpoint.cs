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
        if (await ReadAsync(context.Request) is not PushResult.Accepted { Envelope: { Push: TextMessage text } envelope })
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var answer = new ArrayBufferWriter<byte>(1024);
        ReplyWriter.Write(answer, envelope, new TextReply(Echo.Of(text.Content)), TimeProvider.System.GetUtcNow());
        context.Response.ContentType = envelope.ReplyContentType;
        context.Response.ContentLength = answer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(answer.WrittenMemory, context.RequestAborted);
    }

    private static async Task<PushResult> ReadAsync(HttpRequest request)
    {
        var read = await request.BodyReader.ReadAtLeastAsync((int)request.ContentLength!, request.HttpContext.RequestAborted);
        var body = read.Buffer.IsSingleSegment ? read.Buffer.First : read.Buffer.ToArray();
        var result = Reader.Read(QueryOf(request.Query), body, TimeProvider.System.GetUtcNow());
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return result;
    }

    private static PushQuery QueryOf(IQueryCollection query) => new(
        query["signature"], query["timestamp"], query["nonce"], query["openid"], query["encrypt_type"], query["msg_signature"]);
}
