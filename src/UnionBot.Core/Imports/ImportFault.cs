namespace UnionBot.Core.Imports;

/// <summary>Something in a file that staff must put right; <see cref="ImportWords"/> says it to them.</summary>
/// <param name="Row">As the spreadsheet numbers it, the first row being 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column's first header; null when the whole row is meant.</param>
/// <param name="Reason">Never shows what the cell holds.</param>
public sealed record ImportFault(int Row, string? Column, ImportReason Reason)
{
    /// <summary>For operators, where a file that comes with the program is broken.</summary>
    public override string ToString() => $"row {Row}, {Column ?? "whole row"}: {Reason.Problem}";
}
