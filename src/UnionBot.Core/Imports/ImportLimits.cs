namespace UnionBot.Core.Imports;

/// <summary>How much one file may hold; what is larger is refused before it can fill the memory.</summary>
/// <param name="TextBytes">Bytes of a text file, which is read row by row.</param>
/// <param name="WorkbookBytes">Bytes of a workbook once unpacked, whose texts are held in memory.</param>
/// <param name="Rows">Rows below the headers.</param>
/// <param name="CellCharacters">Characters of one cell.</param>
public sealed record ImportLimits(long TextBytes, long WorkbookBytes, int Rows, int Columns, int CellCharacters)
{
    public static readonly ImportLimits Default = new(
        TextBytes: 512L << 20, WorkbookBytes: 512L << 20, Rows: 2_000_000, Columns: 200, CellCharacters: 4_000);
}
