using System.Text;
using Microsoft.AspNetCore.Http;
using UnionBot.WeChat.Api;

namespace UnionBot.Tests.WeChat.Api;

public sealed class MediaApiTests : PlatformTests
{
    private const string Upload = "/cgi-bin/media/upload";
    private const string Download = "/cgi-bin/media/get";

    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0x00, 0x0D, 0x0A, 0x7B];

    [Fact]
    public async Task A_file_is_uploaded_with_quoted_ascii_names()
    {
        Platform.Answer(Upload, """{"type":"image","media_id":"m1","created_at":1764000000}""");

        var answer = await UploadAsync("工资条 photo.jpg");

        Assert.True(answer.TryGet(out var media));
        Assert.Equal(new UploadedMedia("m1", DateTimeOffset.FromUnixTimeSeconds(1764000000)), media);
        var asked = Platform.Last(Upload);
        Assert.Equal("type=image", asked.QueryWithoutToken);
        var text = Encoding.Latin1.GetString(asked.Body);
        Assert.Contains("Content-Disposition: form-data; name=\"media\"; filename=\"____photo.jpg\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Content-Type: image/jpeg\r\n", text, StringComparison.Ordinal);
        Assert.True(asked.Body.AsSpan().IndexOf(Picture) > 0);
        Assert.DoesNotContain('"', asked.ContentType!);
    }

    [Fact]
    public async Task A_second_attempt_sends_the_whole_file_again()
    {
        Platform.Answers(Upload, """{"errcode":42001,"errmsg":"expired"}""", """{"thumb_media_id":"m2"}""");

        Assert.True((await UploadAsync("a.jpg")).TryGet(out var media));

        Assert.Equal("m2", media.MediaId);
        Assert.True(Platform.Last(Upload).Body.AsSpan().IndexOf(Picture) > 0);
    }

    [Fact]
    public async Task A_picture_for_articles_gets_an_address()
    {
        Platform.Answer("/cgi-bin/media/uploadimg", """{"url":"https://mmbiz/x"}""");
        using var content = new MemoryStream(Picture);

        Assert.True((await Client.Media.UploadPictureAsync(content, "a.png", "image/png")).TryGet(out var picture));

        Assert.Equal("https://mmbiz/x", picture.Url);
    }

    [Fact]
    public async Task A_file_is_downloaded_as_a_stream()
    {
        Platform.Handle(Download, http =>
        {
            http.Response.ContentType = "image/jpeg";
            http.Response.Headers.ContentDisposition = "attachment; filename=\"m.jpg\"";
            return http.Response.Body.WriteAsync(Picture).AsTask();
        });

        Assert.True((await Client.Media.DownloadAsync("m/1+2")).TryGet(out var media));
        using (media)
        {
            using var copy = new MemoryStream();
            await media.Content.CopyToAsync(copy);
            Assert.Equal(Picture, copy.ToArray());
            Assert.Equal("image/jpeg", media.ContentType);
        }

        Assert.Equal("media_id=m%2F1%2B2", Platform.Last(Download).QueryWithoutToken);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; encoding=utf-8")]
    public async Task An_error_with_the_status_of_success_is_no_file(string contentType)
    {
        Platform.Handle(Download, http =>
        {
            http.Response.ContentType = contentType;
            return http.Response.WriteAsync("""{"errcode":40007,"errmsg":"invalid media_id"}""");
        });

        var answer = await Client.Media.DownloadAsync("m1");

        Assert.False(answer.TryGet(out _));
        Assert.Equal((SendOutcomeKind.Misconfigured, 40007), (answer.Outcome.Kind, answer.Outcome.ErrorCode));
    }

    [Fact]
    public async Task A_video_comes_as_an_address()
    {
        Platform.Answer(Download, """{"video_url":"http://v.example/1"}""");

        Assert.True((await Client.Media.DownloadAsync("m1")).TryGet(out var media));

        Assert.Equal("http://v.example/1", media.VideoAddress!.AbsoluteUri);
        Assert.Equal(0, media.Content.Length);
    }

    [Fact]
    public async Task A_download_with_a_dead_token_is_tried_again_once()
    {
        Platform.Answers(Download, """{"errcode":40001,"errmsg":"x"}""", """{"video_url":"http://v.example/1"}""");

        Assert.True((await Client.Media.DownloadAsync("m1")).TryGet(out _));
        Assert.Equal(2, Platform.CountOf(Download));
    }

    [Fact]
    public async Task An_error_page_is_no_file()
    {
        Platform.Handle(Download, http =>
        {
            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync("<html></html>");
        });

        Assert.Equal(SendOutcomeKind.RetryLater, (await Client.Media.DownloadAsync("m1")).Outcome.Kind);
    }

    private async Task<ApiAnswer<UploadedMedia>> UploadAsync(string fileName)
    {
        using var content = new MemoryStream(Picture);
        return await Client.Media.UploadAsync(MediaKind.Image, content, fileName, "image/jpeg");
    }
}
