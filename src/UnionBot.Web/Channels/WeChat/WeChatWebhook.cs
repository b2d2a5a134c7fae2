using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>
/// The callback address of the official account. Checks in this order: size, query fields, time window, signature,
/// decryption; then hands the push to the inbox and answers within the platform's five seconds.
/// </summary>
internal sealed partial class WeChatWebhook(
    PushReader reader, PushHandler handler, PushMetrics metrics, TimeProvider time, ILogger<WeChatWebhook> log)
{
    private const int LargestBody = 256 * 1024;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wechat", (RequestDelegate)VerifyAsync);
        routes.MapPost("/wechat", (RequestDelegate)TakeAsync);
    }

    /// <summary>The back office saves the address: echoes what it sent, if it is signed.</summary>
    private Task VerifyAsync(HttpContext http)
    {
        var check = reader.VerifyUrl(QueryOf(http.Request.Query), http.Request.Query["echostr"], time.GetUtcNow());
        if (check.Refusal is { } refusal)
        {
            LogRefused(log, refusal);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(check.Echo!, http.RequestAborted);
    }

    private async Task TakeAsync(HttpContext http)
    {
        try
        {
            await ReceiveAsync(http);
        }
        catch (Exception e) when (DatabaseFailure.IsBehind(e))
        {
            // An event or a record, which the inbox does not see: the platform delivers it again.
            LogNotKept(log, DatabaseFailure.ReasonOf(e));
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } result) return;

        metrics.Count(result);
        switch (result)
        {
            case PushResult.Refused refused:
                LogRefused(log, refused.Reason);
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            case PushResult.Malformed malformed:
                await handler.RecordAsync(malformed.Reason, http.RequestAborted);
                await SucceedAsync(http);
                break;
            case PushResult.Accepted accepted:
                await AnswerAsync(http, accepted.Envelope);
                break;
        }
    }

    /// <returns>Null when the body is too large; the response says so already.</returns>
    private async Task<PushResult?> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;

        try
        {
            var pipe = http.Request.BodyReader;
            var read = await pipe.ReadAsync(http.RequestAborted);
            while (!read.IsCompleted)
            {
                pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                read = await pipe.ReadAsync(http.RequestAborted);
            }

            var body = read.Buffer.IsSingleSegment ? read.Buffer.First : read.Buffer.ToArray();
            var result = reader.Read(QueryOf(http.Request.Query), body, time.GetUtcNow());
            pipe.AdvanceTo(read.Buffer.End);
            return result;
        }
        catch (BadHttpRequestException e)
        {
            http.Response.StatusCode = e.StatusCode;
            return null;
        }
    }

    private async Task AnswerAsync(HttpContext http, Envelope envelope)
    {
        switch (await handler.HandleAsync(envelope.Push, http.RequestAborted))
        {
            case InboxAnswer.Reply reply:
                await ReplyAsync(http, envelope, new TextReply(reply.Text));
                break;
            case InboxAnswer.NotKept:
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                await SucceedAsync(http);
                break;
        }
    }

    private async Task ReplyAsync(HttpContext http, Envelope envelope, PassiveReply reply)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        ReplyWriter.Write(output, envelope, reply, time.GetUtcNow());
        http.Response.ContentType = envelope.ReplyContentType;
        http.Response.ContentLength = output.WrittenCount;
        await http.Response.BodyWriter.WriteAsync(output.WrittenMemory, http.RequestAborted);
    }

    private static Task SucceedAsync(HttpContext http)
    {
        http.Response.ContentType = "text/plain";
        http.Response.ContentLength = ReplyWriter.Success.Length;
        http.Response.BodyWriter.Write(ReplyWriter.Success);
        return Task.CompletedTask;
    }

    private static PushQuery QueryOf(IQueryCollection query) => new(
        query["signature"], query["timestamp"], query["nonce"], query["openid"], query["encrypt_type"], query["msg_signature"]);

    [LoggerMessage(LogLevel.Error, "A push could not be kept; the platform will deliver it again: {Reason}")]
    private static partial void LogNotKept(ILogger log, string reason);

    // Anybody may knock here, so a refusal is no more than a debug line; the metric counts them.
    [LoggerMessage(LogLevel.Debug, "Refused a push: {Reason}")]
    private static partial void LogRefused(ILogger log, RefusalReason reason);
}
