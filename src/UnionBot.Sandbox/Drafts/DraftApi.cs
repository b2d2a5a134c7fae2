using System.Text.Json;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Media;

namespace UnionBot.Sandbox.Drafts;

/// <summary>The calls about drafts.</summary>
internal sealed class DraftApi(DraftBook drafts, MediaStore media, SandboxClock clock)
{
    private const int MostListed = 20;
    private const int MostArticles = 8;
    private const int MostCharacters = 20_000;

    public void Map(PlatformRoutes routes)
    {
        routes.Post("/cgi-bin/draft/add", Add);
        routes.Post("/cgi-bin/draft/get", Show);
        routes.Post("/cgi-bin/draft/update", Change);
        routes.Post("/cgi-bin/draft/batchget", List);
        routes.Get("/cgi-bin/draft/count", _ => new { total_count = drafts.Count });
        routes.Post("/cgi-bin/draft/delete", call => drafts.Remove(call.Text("media_id"))
            ? PlatformJson.Ok
            : throw new PlatformRefusal(40007, "invalid media_id"));
    }

    private object Add(PlatformCall call)
    {
        var articles = call.Body.Items("articles");
        if (articles.Count is 0 or > MostArticles) throw new PlatformRefusal(45008, "article size out of limit");
        return new { media_id = drafts.Add(new Draft([.. articles.Select(Read)], clock.UnixSeconds())) };
    }

    private object Change(PlatformCall call)
    {
        var id = call.Text("media_id");
        var draft = drafts.Find(id) ?? throw new PlatformRefusal(40007, "invalid media_id");
        if (call.Body.Number("index") is not { } index || index < 0 || index >= draft.Articles.Count)
            throw new PlatformRefusal(40114, "invalid index value");

        var changed = Read(call.Body.Part("articles"));
        drafts.Put(id, new Draft([.. draft.Articles.Select((article, i) => i == index ? changed : article)], clock.UnixSeconds()));
        return PlatformJson.Ok;
    }

    private object List(PlatformCall call)
    {
        if (call.Body.Number("count") is not (>= 1 and <= MostListed and var count) || call.Body.Number("offset") is not (>= 0 and var offset))
            throw new PlatformRefusal(40097, "invalid args");

        var all = drafts.All();
        var hasContent = call.Body.Number("no_content") != 1;
        var page = all.Skip((int)offset).Take((int)count).Select(draft => new
        {
            media_id = draft.Key,
            content = new { news_item = draft.Value.Articles.Select(article => Item(hasContent ? article : article with { Content = "" })).ToArray() },
            update_time = draft.Value.UpdatedAt,
        }).ToArray();
        return new { total_count = all.Count, item_count = page.Length, item = page };
    }

    private Draft.Article Read(JsonElement article)
    {
        if (article.Text("title").Length == 0) throw new PlatformRefusal(45003, "title size out of limit");
        if (article.Text("content").Length is 0 or >= MostCharacters)
            throw new PlatformRefusal(45002, "content size out of limit");
        if (article.Text("thumb_media_id") is { Length: > 0 } thumb && media.Find(thumb) is not { IsPermanent: true })
            throw new PlatformRefusal(40007, "invalid media_id");

        return new Draft.Article(
            article.Text("title"),
            article.Text("digest"),
            article.Text("author"),
            article.Text("content"),
            article.Text("content_source_url"),
            article.Text("thumb_media_id"));
    }

    private object Show(PlatformCall call)
    {
        var draft = drafts.Find(call.Text("media_id")) ?? throw new PlatformRefusal(40007, "invalid media_id");
        return new { news_item = draft.Articles.Select(Item).ToArray() };
    }

    private static object Item(Draft.Article article) => new
    {
        article_type = "news",
        title = article.Title,
        author = article.Author,
        digest = article.Description,
        content = article.Content,
        content_source_url = article.Url,
        thumb_media_id = article.Thumb,
        need_open_comment = 0,
        only_fans_can_comment = 0,
        url = "http://mp.weixin.qq.com/s?__biz=sandbox",
    };
}
