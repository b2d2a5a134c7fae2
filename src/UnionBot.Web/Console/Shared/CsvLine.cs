namespace UnionBot.Web.Console.Shared;

/// <summary>A line of a table for spreadsheets.</summary>
internal static class CsvLine
{
    public static string Of(params IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted));

    /// <summary>A name that begins like a formula is text to spreadsheets, too.</summary>
    private static string Quoted(string cell)
    {
        var safe = cell is ['=' or '+' or '@' or '-', ..] ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny("\",\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
