using System.Text.Json;

namespace UnionBot.Web.Setup.Settings;

/// <summary>Finds where a settings file gives a value for the second time: the framework says which one, not where.</summary>
internal static class RepeatedKey
{
    private static readonly JsonReaderOptions AsSettingsAreRead = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="json">UTF-8.</param>
    /// <returns>The line, from 1; null when no value is given twice.</returns>
    public static int? LineIn(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];

        var reader = new Utf8JsonReader(json, AsSettingsAreRead);
        var (path, given) = (new List<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var isNamed = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName) Enter(path, reader.CurrentDepth, reader.GetString()!);
            else if (isNamed && IsValue(reader.TokenType) && !given.Add(string.Join(':', path)))
                return json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;

            isNamed = reader.TokenType == JsonTokenType.PropertyName;
        }

        return null;
    }

    /// <summary>Levels that are lists have no name.</summary>
    private static void Enter(List<string> path, int depth, string name)
    {
        if (path.Count >= depth) path.RemoveRange(depth - 1, path.Count - depth + 1);
        while (path.Count < depth - 1) path.Add("");
        path.Add(name);
    }

    private static bool IsValue(JsonTokenType token) =>
        token is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.EndObject or JsonTokenType.EndArray);
}
