using System.Net.Mime;

namespace UnionBot.WeChat.Api;

/// <summary>A file being downloaded; dispose it to free the connection.</summary>
public sealed class DownloadedMedia : IDisposable
{
    private readonly HttpResponseMessage? _response;

    private DownloadedMedia(HttpResponseMessage? response, Stream content, Uri? videoAddress)
    {
        (_response, Content, VideoAddress) = (response, content, videoAddress);
    }

    /// <summary>The bytes; limit what you read. Empty when <see cref="VideoAddress"/> is set.</summary>
    public Stream Content { get; }

    /// <summary>Where the platform offers a video instead of sending it; needs no token.</summary>
    public Uri? VideoAddress { get; }

    /// <summary>As the platform calls it; decide by the content, not by this.</summary>
    public string? ContentType => _response?.Content.Headers.ContentType?.MediaType;

    /// <summary>In bytes; null = not told.</summary>
    public long? Length => _response?.Content.Headers.ContentLength;

    public void Dispose()
    {
        Content.Dispose();
        _response?.Dispose();
    }

    /// <summary>Tells a file from an error, which comes with the same status as JSON or as text.</summary>
    internal static async Task<ApiAnswer<DownloadedMedia>> ReadAsync(
        HttpResponseMessage response, ApiCall call, CancellationToken ct)
    {
        if (!IsText(response))
        {
            var file = new DownloadedMedia(response, await response.Content.ReadAsStreamAsync(ct), null);
            return new ApiAnswer<DownloadedMedia>(SendOutcome.Sent, file);
        }

        using (response)
        {
            try
            {
                using var answer = AnswerParser.Parse(await response.Content.ReadAsByteArrayAsync(ct), call);
                return Video(answer, call);
            }
            catch (Exception lost) when (ApiSender.IsLost(lost, ct))
            {
                return new ApiAnswer<DownloadedMedia>(ErrorTable.NoAnswer(reached: true, call.Repeatable), null);
            }
        }
    }

    private static ApiAnswer<DownloadedMedia> Video(RawAnswer answer, ApiCall call)
    {
        if (!answer.Outcome.Succeeded) return new ApiAnswer<DownloadedMedia>(answer.Outcome, null);

        return Uri.TryCreate(answer.Body.Text("video_url"), UriKind.Absolute, out var address)
            ? new ApiAnswer<DownloadedMedia>(answer.Outcome, new DownloadedMedia(null, Stream.Null, address))
            : new ApiAnswer<DownloadedMedia>(ErrorTable.NoAnswer(reached: true, call.Repeatable), null);
    }

    // A file always has a name; errors have been seen as application/json and as text/plain.
    private static bool IsText(HttpResponseMessage response) =>
        response.Content.Headers.ContentDisposition is null
        && response.Content.Headers.ContentType?.MediaType is null or MediaTypeNames.Application.Json
            or MediaTypeNames.Text.Plain or MediaTypeNames.Text.Html;
}
