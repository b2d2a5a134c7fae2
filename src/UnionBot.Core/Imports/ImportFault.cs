namespace UnionBot.Core.Imports;

/// <summary>Something in a file that staff must put right.</summary>
/// <param name="Row">As the spreadsheet numbers it, the first row being 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column's name; null when the whole row is meant.</param>
/// <param name="Reason">What is wrong and what to do, in Chinese; never shows what the cell holds.</param>
public sealed record ImportFault(int Row, string? Column, string Reason)
{
    public override string ToString() => (Row, Column) switch
    {
        (0, null) => Reason,
        (0, _) => $"“{Column}”列：{Reason}",
        (_, null) => $"第 {Row} 行：{Reason}",
        _ => $"第 {Row} 行“{Column}”：{Reason}",
    };
}
