namespace UnionBot.Web.Setup.Settings;

/// <summary>Which field of the account's template takes which line of <c>cases/alarm-notice</c>.</summary>
internal static class AlarmTemplate
{
    /// <summary>The names of those lines.</summary>
    public static IReadOnlyList<string> Names { get; } = ["number", "kind", "time", "todo"];

    /// <param name="setting">Such as <c>character_string1=number,thing2=kind</c>.</param>
    /// <returns>The lines' names by the template's fields; empty when the setting is wrong.</returns>
    public static IReadOnlyDictionary<string, string> FieldsIn(string setting)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } field, var name]) return Nothing;
            if (!Names.Contains(name) || !fields.TryAdd(field, name)) return Nothing;
        }

        return fields;
    }

    private static Dictionary<string, string> Nothing { get; } = [];
}
