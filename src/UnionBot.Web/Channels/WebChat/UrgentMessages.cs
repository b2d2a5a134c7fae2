using System.Text.Json;
using System.Threading.RateLimiting;
using UnionBot.Chat.Understanding;

namespace UnionBot.Web.Channels.WebChat;

/// <summary>
/// Messages that speak of danger, and are heard although their visitor or address may send no more for now. These have an
/// allowance of their own, so that nobody sends without end by naming a danger.
/// </summary>
internal sealed class UrgentMessages : IDisposable
{
    private const int OfVisitorAMinute = 5;
    private const int OfAddressAMinute = 60;

    /// <summary>The longest message a page takes in has less, however its letters are written.</summary>
    private const int MostBytes = 16 * 1024;

    private readonly PartitionedRateLimiter<HttpContext> _allowance = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(http => Minute.Window(WebChatVisitor.Find(http.Request) ?? "", OfVisitorAMinute)),
        PartitionedRateLimiter.Create<HttpContext, string>(http => Minute.Window(
            ClientNetwork.Of(http.Connection.RemoteIpAddress), OfAddressAMinute)));

    /// <summary>Answers a message that is about to be refused, if it speaks of danger.</summary>
    /// <returns>False when it is to be refused.</returns>
    public async Task<bool> TryHearAsync(HttpContext http, CancellationToken ct)
    {
        if (!WebChatEndpoints.IsMessage(http.Request) || WebChatVisitor.Find(http.Request) is null) return false;
        if (http.GetEndpoint()?.RequestDelegate is not { } receive) return false;
        if (!await IsUrgentAsync(http, ct)) return false;

        using var lease = _allowance.AttemptAcquire(http);
        if (!lease.IsAcquired) return false;

        http.Response.StatusCode = StatusCodes.Status200OK;
        await receive(http);
        return true;
    }

    private static async Task<bool> IsUrgentAsync(HttpContext http, CancellationToken ct)
    {
        if (!http.Request.HasJsonContentType() || http.Request.ContentLength is not <= MostBytes) return false;

        http.Request.EnableBuffering();
        try
        {
            var message = await http.Request.ReadFromJsonAsync<WebChatMessage>(ct);
            return message?.Text is { } text && http.RequestServices.GetRequiredService<Vocabulary>().NamesDanger(text);
        }
        catch (JsonException)
        {
            return false;
        }
        finally
        {
            http.Request.Body.Position = 0;
        }
    }

    public void Dispose() => _allowance.Dispose();
}
