using System.Globalization;
using UnionBot.Core.Imports;

namespace UnionBot.Core.Calendar.Holidays;

/// <summary>The columns of a holiday schedule.</summary>
internal sealed class HolidayColumns(TableWords words)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2097;

    public static ImportTable Table { get; } = new(
        HolidayImport.Kind,
        [nameof(Year), nameof(What), nameof(Holidays), nameof(First), nameof(Last), nameof(Source)],
        [(nameof(What), typeof(HolidayKind))],
        typeof(HolidayProblem));

    private ImportColumn<short?> Year { get; } = words.Column(nameof(Year), YearOf, isRequired: true);

    private ImportColumn<HolidayKind?> What { get; } = words.Choice<HolidayKind>(nameof(What), isRequired: true);

    private ImportColumn<string[]> Holidays { get; } = words.Column(nameof(Holidays), NamesOf);

    private ImportColumn<DateOnly?> First { get; } = words.Column(nameof(First), Day, isRequired: true);

    private ImportColumn<DateOnly?> Last { get; } = words.Column(nameof(Last), Day);

    private ImportColumn<string> Source { get; } = words.Column(nameof(Source), ImportParsers.Text(HolidayPeriod.LongestSource));

    private static ImportCellParser<DateOnly?> Day { get; } = ImportParsers.Day(new DateOnly(FirstYear - 1, 12, 1), new DateOnly(LastYear, 12, 31));

    public IReadOnlyList<ImportColumn> All => [Year, What, Holidays, First, Last, Source];

    public HolidayRow Read(ImportRow row)
    {
        var first = row.Get(First)!.Value;
        var isWork = row.Get(What) is HolidayKind.Work;
        return new HolidayRow(
            row.Number, row.Get(Year)!.Value, isWork, isWork ? [] : row.Get(Holidays) ?? [], first, row.Get(Last) ?? first, row.Get(Source));
    }

    private static ImportCell<short?> YearOf(string text) =>
        short.TryParse(text.TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear
            ? year
            : ImportCell.Bad<short?>(HolidayProblem.Year);

    private static ImportCell<string[]> NamesOf(string text)
    {
        string[] names = text.Split(ImportParsers.Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > HolidayPeriod.MostNames || names.Any(name => name.Length > HolidayPeriod.LongestName)
            ? ImportCell.Bad<string[]>(new ImportReason(ImportProblem.TextTooLong, HolidayPeriod.LongestName))
            : names;
    }
}

internal sealed record HolidayRow(
    int Number, short Year, bool IsWork, IReadOnlyList<string> Holidays, DateOnly First, DateOnly Last, string? Source)
{
    private const int MostDaysOff = 12;

    /// <param name="others">The rows above that are good.</param>
    /// <returns>Null when nothing is wrong.</returns>
    public HolidayProblem? ProblemBeside(IEnumerable<HolidayRow> others) =>
        Last < First ? HolidayProblem.Reversed :
        Last.Year != Year || (First.Year != Year && (IsWork || First.AddMonths(1).Year != Year)) ? HolidayProblem.YearOff :
        Last.DayNumber - First.DayNumber >= MostDaysOff ? HolidayProblem.TooLong :
        !IsWork && Holidays.Count == 0 ? HolidayProblem.NeedsHolidays :
        IsWork && Days.Any(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) ? HolidayProblem.WorkOnWeekday :
        others.Any(other => other.First <= Last && First <= other.Last) ? HolidayProblem.Overlaps :
        null;

    public HolidayPeriod Period => new(Year, IsWork, string.Join(HolidayPeriod.Separator, Holidays), First, Last, Source);

    private IEnumerable<DateOnly> Days => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);
}

internal enum HolidayKind
{
    Off,
    Work,
}

/// <summary>What can be wrong with a row of a holiday schedule. Worded by <c>templates/imports/holidays.yaml</c>.</summary>
internal enum HolidayProblem
{
    Year,
    Reversed,
    YearOff,
    Overlaps,
    NeedsHolidays,
    WorkOnWeekday,
    TooLong,
    NoBreak,
}
