namespace UnionBot.Core.Imports;

/// <summary>What of a file was left out on purpose, or what it leaves to be done.</summary>
/// <param name="Names">The sheet that was read, the headers that were not used, or the numbers of what is to be done.</param>
public sealed record ImportNotice(ImportNoticeKind Kind, IReadOnlyList<string> Names);

/// <summary>Worded by <c>templates/imports/words.yaml</c>, under the same name in kebab case.</summary>
public enum ImportNoticeKind
{
    /// <summary>The workbook has more sheets than the one that was read.</summary>
    OtherSheets,

    /// <summary>Columns nobody asked for.</summary>
    IgnoredColumns,

    /// <summary>Bookings that lie outside the new rota.</summary>
    StrandedBookings,

    /// <summary>Districts and days that meet a limit of the weather, whose notice waits for somebody to release it.</summary>
    WeatherToRelease,
}
