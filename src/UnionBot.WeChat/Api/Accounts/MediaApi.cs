using System.Net.Http.Headers;

namespace UnionBot.WeChat.Api;

/// <summary>The kinds of temporary media.</summary>
public enum MediaKind
{
    Image,
    Voice,
    Video,
    Thumb,
}

/// <summary>An uploaded file; valid for three days.</summary>
public sealed record UploadedMedia(string MediaId, DateTimeOffset? CreatedAt);

/// <summary>A picture that articles may show; not limited in time.</summary>
public sealed record UploadedPicture(string Url);

/// <summary>Files to and from the platform.</summary>
public sealed class MediaApi
{
    private const int Patience = 10;

    private readonly ApiTransport _transport;

    internal MediaApi(ApiTransport transport)
    {
        _transport = transport;
    }

    /// <summary>Uploads a temporary file.</summary>
    /// <param name="content">Read from its present position to its end; stays open.</param>
    /// <param name="fileName">Its extension counts; other than ASCII letters are replaced.</param>
    public Task<ApiAnswer<UploadedMedia>> UploadAsync(
        MediaKind kind, Stream content, string fileName, string contentType, CancellationToken ct = default)
    {
        var name = kind.ToString().ToLowerInvariant();
        return UploadAsync(
            $"/cgi-bin/media/upload?type={name}", content, fileName, contentType, answer =>
                (answer.TextOrNull("media_id") ?? answer.TextOrNull("thumb_media_id")) is { } id
                    ? new UploadedMedia(id, answer.Moment("created_at"))
                    : null,
            ct);
    }

    /// <summary>Uploads a picture (jpg or png, 1 MB) for the text of articles.</summary>
    public Task<ApiAnswer<UploadedPicture>> UploadPictureAsync(
        Stream content, string fileName, string contentType, CancellationToken ct = default) => UploadAsync(
            "/cgi-bin/media/uploadimg", content, fileName, contentType, answer =>
                answer.TextOrNull("url") is { } url ? new UploadedPicture(url) : null,
            ct);

    /// <summary>Opens a temporary file for reading; a video may come as an address instead.</summary>
    public Task<ApiAnswer<DownloadedMedia>> DownloadAsync(string mediaId, CancellationToken ct = default)
    {
        var call = ApiCall.Get($"/cgi-bin/media/get?media_id={Uri.EscapeDataString(mediaId)}") with { Patience = Patience };
        return _transport.OpenAsync(call, (response, token) => DownloadedMedia.ReadAsync(response, call, token), ct);
    }

    private async Task<ApiAnswer<T>> UploadAsync<T>(
        string path,
        Stream content,
        string fileName,
        string contentType,
        Func<System.Text.Json.JsonElement, T?> read,
        CancellationToken ct)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(content);

        // Kept in memory, since a second attempt must send it again; the platform takes 10 MB at most.
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, ct);
        var bytes = copy.ToArray();

        var call = new ApiCall(HttpMethod.Post, path, () => Form(bytes, fileName, contentType))
        {
            Repeatable = true,
            Kind = ApiKind.Account,
            Patience = Patience,
        };
        return await _transport.CallAsync(call, read, ct);
    }

    // The platform misses a file whose names are unquoted or encoded (filename*), as the BCL writes them.
    private static MultipartFormDataContent Form(byte[] bytes, string fileName, string contentType)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        file.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"form-data; name=\"media\"; filename=\"{AsciiName(fileName)}\"");
        var boundary = "----" + Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        var form = new MultipartFormDataContent(boundary) { file };
        form.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        return form;
    }

    private static string AsciiName(string fileName) =>
        string.Concat(Path.GetFileName(fileName).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
}
