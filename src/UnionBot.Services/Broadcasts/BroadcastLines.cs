namespace UnionBot.Services.Broadcasts;

/// <summary>The text of a broadcast that goes by a template: one <c>name: value</c> a line.</summary>
internal static class BroadcastLines
{
    private const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>The lines that are such; what stands behind a name is empty when nothing does.</summary>
    public static IEnumerable<(string Name, string Value)> In(string text) => text.Split('\n', Clean).Select(Read).OfType<(string, string)>();

    /// <summary>The lines that are none.</summary>
    public static IEnumerable<string> Strange(string text) => text.Split('\n', Clean).Where(line => Read(line) is null);

    private static (string, string)? Read(string line) =>
        line.Split([':', '：'], 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var value] ? (name, value) : null;
}
