using UnionBot.Sandbox.Api;

namespace UnionBot.Sandbox.Templates;

/// <summary>/cgi-bin/template/…: the account's templates.</summary>
internal sealed class TemplateApi(TemplateBooks books)
{
    public void Map(PlatformRoutes routes)
    {
        routes.Get("/cgi-bin/template/get_all_private_template", _ => new
        {
            template_list = books.Messages.All.Select(template => new
            {
                template_id = template.Id,
                title = template.Title,
                primary_industry = "政府与公共事业",
                deputy_industry = "公共事业",
                content = template.Content,
                example = template.Content,
            }).ToArray(),
        });
        routes.Get("/cgi-bin/template/get_industry", _ => new
        {
            primary_industry = new { first_class = "政府与公共事业", second_class = "公共事业" },
            secondary_industry = new { first_class = "其他", second_class = "其他" },
        });
        routes.Post("/cgi-bin/template/api_add_template", Add);
        routes.Post("/cgi-bin/template/del_private_template", Delete);
    }

    private object Add(PlatformCall call)
    {
        var template = TemplateLibrary.Find(call.Text("template_id_short"))
            ?? throw new PlatformRefusal(40037, "invalid template_id");
        var names = call.Body.Items("keyword_name_list").Select(name => name.ToString()).ToArray();
        var keywords = names.Length == 0
            ? template.Keywords
            : [.. names.Select(name => Keyword(template, name))];
        var added = books.Messages.Add(template.Title, keywords);
        return new { errcode = 0, errmsg = "ok", template_id = added.Id };
    }

    private static KeyValuePair<string, string> Keyword(LibraryTemplate template, string name) =>
        template.Keywords.FirstOrDefault(keyword => keyword.Value == name) is { Key: not null } found
            ? found
            : throw new PlatformRefusal(47003, $"argument invalid! keyword_name_list {name} invalid");

    private object Delete(PlatformCall call) => books.Messages.Remove(call.Text("template_id"))
        ? PlatformJson.Ok
        : throw new PlatformRefusal(40037, "invalid template_id");
}
