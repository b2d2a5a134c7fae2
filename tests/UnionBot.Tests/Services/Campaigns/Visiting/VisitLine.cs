namespace UnionBot.Tests.Services.Campaigns.Visiting;

/// <summary>A sentence of a visitor and what it means, written as <see cref="VisitText"/> writes readings.</summary>
/// <param name="Kit">Which kit it was said against.</param>
public sealed record VisitLine(int Number, string Kit, string Text, string Meaning)
{
    private static readonly string Here = Path.Combine(Tree.Root, "tests", "UnionBot.Tests", "Services", "Campaigns", "Visiting");

    public static IReadOnlyList<VisitLine> All { get; } = [.. File.ReadLines(Path.Combine(Here, "visit-lines.txt")).SelectMany(Read)];

    public override string ToString() => $"{Number} {Text}";

    private static IEnumerable<VisitLine> Read(string line, int index)
    {
        if (line.Length == 0 || line[0] == '#') yield break;

        var cells = line.Split(" | ");
        yield return new VisitLine(index + 1, cells[0], cells[1], cells[2]);
    }
}
