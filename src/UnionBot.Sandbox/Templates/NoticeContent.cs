using System.Text.Json;
using UnionBot.Sandbox.Api;

namespace UnionBot.Sandbox.Templates;

/// <summary>A filled template as a card.</summary>
internal sealed record NoticeContent(
    string TemplateId, string Title, IReadOnlyList<NoticeContent.Field> Fields, string? Url, object? MiniProgram)
{
    /// <param name="text">The whole card in one text.</param>
    /// <exception cref="PlatformRefusal">47003 when a field is wrong.</exception>
    public static NoticeContent Of(MessageTemplate template, JsonElement call, string url, out string text)
    {
        var values = FieldChecks.Read(template, call.Part("data"));
        var fields = template.Keywords
            .Select((keyword, index) => new Field(keyword.Key, keyword.Value, values[index]))
            .ToArray();
        text = string.Join('\n', fields.Select(field => $"{field.Label}：{field.Value}").Prepend(template.Title));

        var program = call.Part("miniprogram");
        return new NoticeContent(
            template.Id,
            template.Title,
            fields,
            url.Length > 0 ? url : null,
            program.Text("appid").Length > 0
                ? new { appId = program.Text("appid"), pagePath = program.Text("pagepath") }
                : null);
    }

    internal sealed record Field(string Key, string Label, string Value);
}
