using System.Text;
using System.Text.Json;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Drafts;
using UnionBot.Sandbox.Media;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Mass;

/// <summary>Reads and checks the kinds of a mass message.</summary>
internal sealed class MassReader(MediaStore media, DraftBook drafts)
{
    private const int TextBytes = 2048;

    /// <param name="consume">true: a draft is used up by this send, as the platform does.</param>
    public BubbleDraft Read(JsonElement message, string via, bool consume)
    {
        var kind = message.Text("msgtype");
        var part = message.Part(kind);
        return kind switch
        {
            "text" => new("account", via, "text", ReadText(part)),
            "image" or "voice" => new("account", via, kind, null, new { mediaId = Media(part.Text("media_id")) }),
            "mpvideo" => new("account", via, kind, null, new { mediaId = Media(part.Text("media_id")) }),
            "images" => ReadImages(part, via),
            "mpnews" => ReadNews(part, via, consume),
            "wxcard" => throw new PlatformRefusal(45113, "wxcard mass send is offline"),
            _ => throw new PlatformRefusal(40008, "invalid message type"),
        };
    }

    private static string ReadText(JsonElement part)
    {
        var text = part.Text("content");
        if (text.Length == 0) throw new PlatformRefusal(44004, "empty content");
        return Encoding.UTF8.GetByteCount(text) > TextBytes
            ? throw new PlatformRefusal(45002, "content size out of limit")
            : text;
    }

    private string Media(string id) => media.Find(id)?.Id ?? throw new PlatformRefusal(40007, "invalid media_id");

    private BubbleDraft ReadImages(JsonElement part, string via)
    {
        var ids = part.Items("media_ids").Select(id => Media(id.ToString())).ToArray();
        if (ids.Length == 0) throw new PlatformRefusal(40007, "invalid media_id");
        var words = part.Text("recommend");
        return new("account", via, "images", words.Length > 0 ? words : null, new { mediaIds = ids });
    }

    private BubbleDraft ReadNews(JsonElement part, string via, bool consume)
    {
        var id = part.Text("media_id");
        var draft = drafts.Find(id) ?? throw new PlatformRefusal(40007, "invalid media_id");
        if (consume) drafts.Remove(id);
        var titles = string.Join('\n', draft.Articles.Select(article => article.Title));
        return new("account", via, "mpnews", titles, new { articles = draft.Articles });
    }
}
