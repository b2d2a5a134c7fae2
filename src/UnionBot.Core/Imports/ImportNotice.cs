namespace UnionBot.Core.Imports;

/// <summary>What of a file was left out on purpose.</summary>
/// <param name="Names">The sheet that was read, or the headers that were not used.</param>
public sealed record ImportNotice(ImportNoticeKind Kind, IReadOnlyList<string> Names);

/// <summary>Worded by <c>templates/imports/words.yaml</c>, under the same name in kebab case.</summary>
public enum ImportNoticeKind
{
    /// <summary>The workbook has more sheets than the one that was read.</summary>
    OtherSheets,

    /// <summary>Columns nobody asked for.</summary>
    IgnoredColumns,
}
