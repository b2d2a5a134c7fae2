using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Pushes;

/// <summary>Writes pushes as the platform does: XML with CDATA, or JSON when the back office asks for it.</summary>
internal static class PushWriter
{
    public static string Write(PushFields fields, string format) =>
        format == "json"
            ? ToJson(fields).ToJsonString(Json.Options)
            : ToXml("xml", fields).ToString(SaveOptions.DisableFormatting);

    private static XElement ToXml(string name, PushFields fields) =>
        new(name, fields.Select(field => field.Value switch
        {
            PushFields inner => ToXml(field.Key, inner),
            string text => new XElement(field.Key, new XCData(WithoutControls(text))),
            _ => new XElement(field.Key, Convert.ToString(field.Value, CultureInfo.InvariantCulture)),
        }));

    private static JsonObject ToJson(PushFields fields)
    {
        var json = new JsonObject();
        foreach (var group in fields.GroupBy(field => field.Key))
        {
            var nodes = group.Select(field => ToNode(field.Value)).ToArray();
            json[group.Key] = nodes.Length == 1 ? nodes[0] : new JsonArray(nodes);
        }

        return json;
    }

    private static JsonNode ToNode(object value) => value switch
    {
        PushFields inner => ToJson(inner),
        string text => JsonValue.Create(text),
        _ => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static string WithoutControls(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value >= 0x20 || rune.Value is '\t' or '\n' or '\r'));
}
