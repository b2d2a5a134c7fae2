using System.Text;
using System.Text.Json;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Media;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.CustomMessages;

/// <summary>Reads and checks the kinds of a custom message.</summary>
internal sealed class CustomMessageReader(MediaStore media)
{
    private const int TextBytes = 2048;

    /// <exception cref="PlatformRefusal">The kind is unknown or its parts are wrong.</exception>
    public BubbleDraft Read(JsonElement message, string via)
    {
        var kind = message.Text("msgtype");
        var part = message.Part(kind);
        var (text, content) = kind switch
        {
            "text" => ReadText(part),
            "image" or "voice" => (null, new { mediaId = Media(part, "media_id") }),
            "video" => ReadVideo(part),
            "music" => ReadMusic(part),
            "news" => ReadNews(part),
            "mpnewsarticle" => ("图文消息", new { articleId = Required(part, "article_id") }),
            "msgmenu" => ReadMenu(part),
            "wxcard" => ("卡券", new { cardId = Required(part, "card_id") }),
            "miniprogrampage" => ReadMiniProgram(part),
            _ => throw new PlatformRefusal(40008, "invalid message type"),
        };
        return new BubbleDraft("account", via, kind, text, content);
    }

    private static string Required(JsonElement part, string name) =>
        part.Text(name) is { Length: > 0 } value ? value : throw new PlatformRefusal(44004, $"empty content: {name}");

    private string Media(JsonElement part, string name) =>
        media.Find(Required(part, name))?.Id ?? throw new PlatformRefusal(40007, "invalid media_id");

    private static (string? Text, object? Content) ReadText(JsonElement part)
    {
        var text = Required(part, "content");
        return Encoding.UTF8.GetByteCount(text) > TextBytes
            ? throw new PlatformRefusal(45002, "content size out of limit")
            : (text, null);
    }

    private (string? Text, object? Content) ReadVideo(JsonElement part) => (part.Text("title"), new
    {
        mediaId = Media(part, "media_id"),
        title = part.Text("title"),
        description = part.Text("description"),
    });

    private (string? Text, object? Content) ReadMusic(JsonElement part) => (part.Text("title"), new
    {
        title = part.Text("title"),
        description = part.Text("description"),
        url = Required(part, "musicurl"),
        thumbMediaId = Media(part, "thumb_media_id"),
    });

    private static (string? Text, object? Content) ReadNews(JsonElement part)
    {
        var articles = part.Items("articles");
        if (articles.Count == 0) throw new PlatformRefusal(44003, "empty news data");
        if (articles.Count > 1) throw new PlatformRefusal(45008, "article size out of limit");

        var article = articles[0];
        return (Required(article, "title"), new
        {
            articles = new[]
            {
                new
                {
                    title = article.Text("title"),
                    description = article.Text("description"),
                    picUrl = article.Text("picurl"),
                    url = article.Text("url"),
                },
            },
        });
    }

    private static (string? Text, object? Content) ReadMenu(JsonElement part)
    {
        var choices = part.Items("list")
            .Select(choice => new { id = Required(choice, "id"), content = Required(choice, "content") })
            .ToArray();
        if (choices.Length == 0) throw new PlatformRefusal(44004, "empty content: list");

        var (head, tail) = (part.Text("head_content"), part.Text("tail_content"));
        var lines = new[] { head }.Concat(choices.Select(choice => choice.content)).Append(tail);
        return (string.Join('\n', lines.Where(line => line.Length > 0)), new { head, list = choices, tail });
    }

    private (string? Text, object? Content) ReadMiniProgram(JsonElement part) => (Required(part, "title"), new
    {
        title = part.Text("title"),
        appId = Required(part, "appid"),
        pagePath = Required(part, "pagepath"),
        thumbMediaId = Media(part, "thumb_media_id"),
    });
}
