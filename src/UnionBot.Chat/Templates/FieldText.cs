using System.Text.RegularExpressions;

namespace UnionBot.Chat.Templates;

/// <summary>
/// A Handlebars text that staff write. It reaches named fields and nothing else: no blocks, no helpers, no properties of
/// anything.
/// </summary>
public sealed partial class FieldText
{
    private readonly string _text;

    private FieldText(string text, IReadOnlyList<string> fields) => (_text, Fields) = (text, fields);

    /// <summary>The fields that stand in it, each once.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <param name="known">The fields that may stand in it.</param>
    /// <param name="strange">What stands in the first braces that are no known field; null when there are none.</param>
    /// <returns>Null when something strange stands in it.</returns>
    public static FieldText? Read(string text, IReadOnlyCollection<string> known, out string? strange)
    {
        var found = new List<string>();
        strange = null;
        foreach (var field in Braces().Matches(text).Select(m => m.Groups["field"].Value.Trim()))
        {
            if (!known.Contains(field)) strange ??= field;
            else if (!found.Contains(field)) found.Add(field);
        }

        // Braces that are left belong to no field: one is missing, or a third would be Handlebars' own sign.
        var rest = Braces().Replace(text, "");
        if (rest.Contains('{', StringComparison.Ordinal) || rest.Contains('}', StringComparison.Ordinal)) strange ??= "{ }";
        return strange is null ? new FieldText(text, found) : null;
    }

    /// <param name="values">Of all <see cref="Fields"/>.</param>
    public string Fill(IReadOnlyDictionary<string, string> values) =>
        Braces().Replace(_text, match => values[match.Groups["field"].Value.Trim()]);

    [GeneratedRegex(@"\{\{(?<field>[^{}]*)\}\}")]
    private static partial Regex Braces();
}
