using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Web.Channels.WebChat;

/// <summary>The same bot on <c>/chat</c>, for people without WeChat.</summary>
internal static class WebChatEndpoints
{
    /// <summary>Where the page is.</summary>
    public const string Page = "/chat";

    private const string Messages = "/chat/messages";

    public static void MapWebChat(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Page, ShowPage);
        routes.MapPost(Messages, ReceiveAsync).RequireRateLimiting(WebChatLimits.Messages);
        routes.MapPost("/chat/news", TakeNewsAsync).RequireRateLimiting(WebChatLimits.News);
        routes.MapPost("/chat/leave", LeaveAsync);
    }

    /// <summary>Whether it brings what a visitor writes.</summary>
    public static bool IsMessage(HttpRequest request) => request.Path.Equals(Messages, StringComparison.OrdinalIgnoreCase);

    private static RazorComponentResult<WebChatPage> ShowPage(HttpContext http, IAntiforgery antiforgery, TimeProvider time)
    {
        WebChatVisitor.FindOrAdd(http);
        OwnPages.Protect(http.Response);
        return new RazorComponentResult<WebChatPage>(new Dictionary<string, object?>
        {
            [nameof(WebChatPage.Token)] = antiforgery.GetAndStoreTokens(http).RequestToken,
            [nameof(WebChatPage.Now)] = time.GetUtcNow().ToUnixTimeMilliseconds(),
        });
    }

    /// <summary>Answers one message; 400 when it is faulty, 401 when the talk has ended, 503 when it could not be kept.</summary>
    private static async Task<IResult> ReceiveAsync(
        HttpContext http,
        WebChatMessage message,
        IAntiforgery antiforgery,
        Inbox inbox,
        BusinessClock clock,
        TimeProvider time,
        CancellationToken ct)
    {
        if (!await antiforgery.SentAsync(http)) return Fail(StatusCodes.Status400BadRequest, "expired");
        if (WebChatVisitor.Find(http.Request) is not { } visitor)
            return Fail(StatusCodes.Status401Unauthorized, "ended");
        if (message.Fault(time.GetUtcNow()) is { } fault) return Fail(StatusCodes.Status400BadRequest, fault);

        var delivery = new Delivery(
            WebChatChannel.ChannelName, visitor, $"{visitor}|{message.Id}", message.SentAt + clock.Offset, InputKind.Text)
        {
            Text = message.Text,
        };
        return await inbox.ReceiveAsync(delivery, ct) switch
        {
            InboxAnswer.Reply reply => TypedResults.Ok(new WebChatAnswer([reply.Text])),
            InboxAnswer.Later => TypedResults.Ok(new WebChatAnswer([], Later: true)),
            InboxAnswer.NotKept => Fail(StatusCodes.Status503ServiceUnavailable, "busy"),
            _ => TypedResults.Ok(new WebChatAnswer([])),
        };
    }

    /// <summary>What could not be said at once: late answers, and those of the union's staff.</summary>
    private static async Task<IResult> TakeNewsAsync(
        HttpContext http, IAntiforgery antiforgery, HeldAnswers held, CancellationToken ct)
    {
        if (!await antiforgery.SentAsync(http)) return TypedResults.BadRequest();
        if (WebChatVisitor.Find(http.Request) is not { } visitor) return TypedResults.Unauthorized();

        return TypedResults.Ok(new WebChatAnswer(await held.TakeAsync(WebChatChannel.ChannelName, visitor, ct)));
    }

    /// <summary>退出: the cookie goes, nothing more is sent, and what we hold is erased as for one who unfollows.</summary>
    private static async Task<IResult> LeaveAsync(
        HttpContext http, IAntiforgery antiforgery, Followers followers, BusinessClock clock, CancellationToken ct)
    {
        if (!await antiforgery.SentAsync(http)) return TypedResults.BadRequest();
        if (WebChatVisitor.Find(http.Request) is { } visitor)
            await followers.UnfollowAsync(WebChatChannel.ChannelName, visitor, clock.GetUtcNow(), ct);

        WebChatVisitor.Forget(http.Response);
        return TypedResults.NoContent();
    }

    private static JsonHttpResult<WebChatAnswer> Fail(int status, string problem) =>
        TypedResults.Json(WebChatAnswer.Failed(problem), statusCode: status);
}
