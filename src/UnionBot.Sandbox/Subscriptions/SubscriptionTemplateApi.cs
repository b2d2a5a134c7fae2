using System.Globalization;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Templates;

namespace UnionBot.Sandbox.Subscriptions;

/// <summary>/wxaapi/newtmpl/…: the account's templates for subscription notices.</summary>
internal sealed class SubscriptionTemplateApi(TemplateBooks books)
{
    private const int OneTime = 2;
    private const int LongTerm = 3;

    public void Map(PlatformRoutes routes)
    {
        routes.Post("/wxaapi/newtmpl/addtemplate", Add);
        routes.Post("/wxaapi/newtmpl/deltemplate", call => books.Subscriptions.Remove(call.Text("priTmplId"))
            ? PlatformJson.Ok
            : throw new PlatformRefusal(200014, "template id not found"));
        routes.Get("/wxaapi/newtmpl/gettemplate", _ => new
        {
            errcode = 0,
            errmsg = "ok",
            data = books.Subscriptions.All.Select(template => new
            {
                priTmplId = template.Id,
                title = template.Title,
                content = template.Content,
                example = template.Content,
                type = template.IsLongTerm ? LongTerm : OneTime,
            }).ToArray(),
        });
        routes.Get("/wxaapi/newtmpl/getcategory", _ => new
        {
            errcode = 0,
            errmsg = "ok",
            data = new[] { new { id = 616, name = "公共事业" } },
        });
        routes.Get("/wxaapi/newtmpl/getpubtemplatetitles", Titles);
        routes.Get("/wxaapi/newtmpl/getpubtemplatekeywords", Keywords);
    }

    private object Add(PlatformCall call)
    {
        var template = TemplateLibrary.Find(call.Text("tid"))
            ?? throw new PlatformRefusal(200014, "template id not found");
        var kids = call.Body.Items("kidList").Select(kid => kid.ToString()).ToArray();
        if (kids.Length is < 2 or > 5) throw new PlatformRefusal(200020, "invalid kidList size");
        if (call.Text("sceneDesc").Length is 0 or > 15) throw new PlatformRefusal(200021, "invalid sceneDesc");

        var keywords = kids.Select(kid => KeywordOf(template, kid)).ToArray();
        return new { errcode = 0, errmsg = "ok", priTmplId = books.Subscriptions.Add(template.Title, keywords).Id };
    }

    private static KeyValuePair<string, string> KeywordOf(LibraryTemplate template, string kid) =>
        int.TryParse(kid, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= template.Keywords.Count
            ? template.Keywords[number - 1]
            : throw new PlatformRefusal(200020, "invalid kidList");

    private static object Titles(PlatformCall call)
    {
        var start = int.TryParse(call.Query("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            ? from
            : 0;
        var limit = int.TryParse(call.Query("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? most
            : 30;
        if (limit is < 1 or > 30) throw new PlatformRefusal(40097, "invalid args");

        return new
        {
            errcode = 0,
            errmsg = "ok",
            count = TemplateLibrary.All.Count,
            data = TemplateLibrary.All.Skip(start).Take(limit).Select(template => new
            {
                tid = int.Parse(template.ShortId, CultureInfo.InvariantCulture),
                title = template.Title,
                type = OneTime,
                categoryId = "616",
            }).ToArray(),
        };
    }

    private static object Keywords(PlatformCall call)
    {
        var template = TemplateLibrary.Find(call.Query("tid"))
            ?? throw new PlatformRefusal(200014, "template id not found");
        return new
        {
            errcode = 0,
            errmsg = "ok",
            count = template.Keywords.Count,
            data = template.Keywords.Select((keyword, index) => new
            {
                kid = index + 1,
                name = keyword.Value,
                example = keyword.Value,
                rule = keyword.Key.TrimEnd("0123456789".ToCharArray()),
            }).ToArray(),
        };
    }
}
