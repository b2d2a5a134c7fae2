using System.Text;
using System.Xml.Linq;
using UnionBot.Sandbox.Media;

namespace UnionBot.Sandbox.Pushes;

/// <summary>The rules for each kind of passive reply.</summary>
internal sealed class ReplyChecker(MediaStore media)
{
    private const int TextBytes = 2048;

    public PassiveReply? Check(XElement reply, int articles, out string? fault)
    {
        var kind = Value(reply, "MsgType");
        fault = kind switch
        {
            "text" => CheckText(Value(reply, "Content")),
            "image" => CheckMedia(reply.Element("Image"), "MediaId"),
            "voice" => CheckMedia(reply.Element("Voice"), "MediaId"),
            "video" => CheckMedia(reply.Element("Video"), "MediaId"),
            "music" => CheckMedia(reply.Element("Music"), "ThumbMediaId"),
            "news" => CheckNews(reply),
            "transfer_customer_service" => null,
            _ => $"MsgType {kind} is unknown",
        };
        return fault is null ? Build(kind, reply, articles) : null;
    }

    private static string Value(XElement? element, string name) => element?.Element(name)?.Value ?? "";

    private static string? CheckText(string text) =>
        text.Length == 0 ? "Content is empty" :
        Encoding.UTF8.GetByteCount(text) > TextBytes ? $"Content is longer than {TextBytes} bytes" :
        null;

    private string? CheckMedia(XElement? part, string name) =>
        media.Find(Value(part, name)) is null ? $"{name} is unknown or expired" : null;

    private static string? CheckNews(XElement reply)
    {
        var items = reply.Element("Articles")?.Elements("item").ToArray() ?? [];
        return items.Length == 0 ? "Articles is empty"
            : Value(reply, "ArticleCount") != $"{items.Length}" ? "ArticleCount does not match Articles"
            : items.Any(item => Value(item, "Title").Length == 0) ? "an article has no Title"
            : null;
    }

    private static PassiveReply Build(string kind, XElement reply, int articles) => kind switch
    {
        "text" => new(kind, Value(reply, "Content"), null),
        "image" => new(kind, null, new { mediaId = Value(reply.Element("Image"), "MediaId") }),
        "voice" => new(kind, null, new { mediaId = Value(reply.Element("Voice"), "MediaId") }),
        "video" => BuildVideo(reply.Element("Video")),
        "music" => BuildMusic(reply.Element("Music")),
        "news" => BuildNews(reply, articles),
        _ => new(kind, "正在为您转接人工客服", new { account = Value(reply.Element("TransInfo"), "KfAccount") }),
    };

    private static PassiveReply BuildVideo(XElement? video) => new("video", Value(video, "Title"), new
    {
        mediaId = Value(video, "MediaId"),
        title = Value(video, "Title"),
        description = Value(video, "Description"),
    });

    private static PassiveReply BuildMusic(XElement? music) => new("music", Value(music, "Title"), new
    {
        title = Value(music, "Title"),
        description = Value(music, "Description"),
        url = Value(music, "MusicUrl"),
        thumbMediaId = Value(music, "ThumbMediaId"),
    });

    /// <summary>The platform shows as many articles as the occasion allows and leaves out the others.</summary>
    private static PassiveReply BuildNews(XElement reply, int articles)
    {
        var shown = reply.Element("Articles")!.Elements("item").Take(articles).Select(item => new
        {
            title = Value(item, "Title"),
            description = Value(item, "Description"),
            picUrl = Value(item, "PicUrl"),
            url = Value(item, "Url"),
        }).ToArray();
        return new("news", string.Join('\n', shown.Select(article => article.title)), new { articles = shown });
    }
}
