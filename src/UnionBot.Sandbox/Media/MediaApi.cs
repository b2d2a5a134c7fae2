using UnionBot.Sandbox.Actions;
using UnionBot.Sandbox.Api;

namespace UnionBot.Sandbox.Media;

/// <summary>Media up and down.</summary>
internal sealed class MediaApi(MediaStore media, SandboxAddress address)
{
    private const int MostPageImageBytes = 1024 * 1024;

    public void Map(PlatformRoutes routes)
    {
        routes.PostAsync("/cgi-bin/media/upload", UploadAsync);
        routes.PostAsync("/cgi-bin/media/uploadimg", UploadPageImageAsync);
        routes.PostAsync("/cgi-bin/material/add_material", AddPermanentAsync);
        routes.Get("/cgi-bin/media/get", Download);
    }

    private async Task<object> UploadAsync(PlatformCall call)
    {
        var file = await KeepAsync(call, permanent: false);
        return file.Type == "thumb"
            ? new { type = file.Type, thumb_media_id = file.Id, created_at = file.CreatedAt }
            : new { type = file.Type, media_id = file.Id, created_at = file.CreatedAt };
    }

    private async Task<object> AddPermanentAsync(PlatformCall call)
    {
        var file = await KeepAsync(call, permanent: true);
        return new { media_id = file.Id, url = address.Of($"/sandbox/media/{file.Id}") };
    }

    private async Task<object> UploadPageImageAsync(PlatformCall call)
    {
        var (bytes, name) = await ReadAsync(call);
        if (bytes.Length > MostPageImageBytes) throw new PlatformRefusal(40009, "invalid image size");

        var file = media.Keep("image", MediaRules.Check("image", bytes), name, bytes, permanent: true);
        return new { url = address.Of($"/sandbox/media/{file.Id}") };
    }

    private object Download(PlatformCall call)
    {
        var file = media.Find(call.Query("media_id")) ?? throw new PlatformRefusal(40007, "invalid media_id");
        if (file.Type == "video") return new { video_url = address.Of($"/sandbox/media/{file.Id}") };

        return Results.File(media.Read(file), file.ContentType, file.FileName);
    }

    private async Task<MediaFile> KeepAsync(PlatformCall call, bool permanent)
    {
        var (bytes, name) = await ReadAsync(call);
        var type = call.Query("type");
        return media.Keep(type, MediaRules.Check(type, bytes), name, bytes, permanent);
    }

    /// <summary>The platform finds the file only by a quoted name="media" with a file name.</summary>
    private static async Task<(byte[] Bytes, string Name)> ReadAsync(PlatformCall call)
    {
        if (!call.Http.Request.HasFormContentType) throw new PlatformRefusal(41005, "media data missing");

        var form = await call.Http.Request.ReadFormAsync(call.Http.RequestAborted);
        var file = form.Files.GetFile("media");
        var isQuoted = file?.ContentDisposition.Contains("name=\"media\"", StringComparison.Ordinal) ?? false;
        if (file is null || file.FileName.Length == 0 || !isQuoted)
            throw new PlatformRefusal(41005, "media data missing");

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, call.Http.RequestAborted);
        return (buffer.ToArray(), file.FileName);
    }
}
