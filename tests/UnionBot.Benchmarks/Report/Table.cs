namespace UnionBot.Benchmarks.Report;

/// <summary>A table on the console, its columns as wide as their widest cell.</summary>
internal sealed class Table(params string[] headers)
{
    private readonly List<string[]> _rows = [headers];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print()
    {
        var widths = headers.Select((_, column) => _rows.Max(row => WidthOf(row[column]))).ToArray();
        foreach (var row in _rows)
        {
            // Names stand left, figures right.
            var cells = row.Select((cell, i) => i == 0 ? cell + Blanks(cell, widths[i]) : Blanks(cell, widths[i]) + cell);
            Console.WriteLine($"  {string.Join("  ", cells)}".TrimEnd());
        }
    }

    private static string Blanks(string cell, int width) => new(' ', width - WidthOf(cell));

    /// <summary>Chinese characters take two columns.</summary>
    private static int WidthOf(string cell) => cell.Sum(c => c >= '\u2E80' ? 2 : 1);
}
