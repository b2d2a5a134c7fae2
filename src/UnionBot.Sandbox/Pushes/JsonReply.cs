using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace UnionBot.Sandbox.Pushes;

/// <summary>Reads a JSON answer as if it were XML, so that both are checked by the same rules.</summary>
internal static class JsonReply
{
    /// <exception cref="XmlException">A name that could not be an element's.</exception>
    public static XElement ToXml(string name, JsonElement json)
    {
        var element = new XElement(XmlConvert.VerifyName(name));
        if (json.ValueKind != JsonValueKind.Object)
        {
            element.Value = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
            return element;
        }

        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Array) element.Add(ToXml(property.Name, property.Value));
            else element.Add(property.Value.EnumerateArray().Select(item => ToXml(property.Name, item)));
        }

        return element;
    }
}
