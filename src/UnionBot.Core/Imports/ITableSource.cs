namespace UnionBot.Core.Imports;

/// <summary>Reads a table row by row, empty rows included, so that rows can be counted as a spreadsheet does.</summary>
internal interface ITableSource : IDisposable
{
    /// <returns>Null at the end. The list is used again for the next row.</returns>
    /// <exception cref="UnreadableFileException">The rest cannot be read.</exception>
    IReadOnlyList<SourceCell>? Read();

    /// <summary>Where the row read last stands, as who looks at the file counts; 0 for headers that stand in no row.</summary>
    int Row { get; }

    /// <summary>A fault of the row read last that the cells do not show; null when there is none.</summary>
    ImportProblem? RowFault { get; }

    /// <summary>What of the file is not read at all; null when everything is.</summary>
    ImportNotice? Notice { get; }
}
