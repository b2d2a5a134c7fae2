using System.Globalization;
using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding;

namespace UnionBot.Core.Calendar.Holidays;

/// <summary>
/// The days off that everybody has by law each year (法定节假日), without the days that are swapped around them. Read from
/// <c>calendar/legal-holidays.yaml</c>, which names its source.
/// </summary>
public sealed class LegalHolidays
{
    private readonly IReadOnlyList<LegalHoliday> _holidays;

    private LegalHolidays(IReadOnlyList<LegalHoliday> holidays) => _holidays = holidays;

    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static LegalHolidays Load(string folder)
    {
        var sections = DataFile.Read(Path.Combine(folder, "calendar", "legal-holidays.yaml")).Sections("source", "since", "days");
        _ = sections[0].Text();
        if (!DateOnly.TryParseExact(sections[1].Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw sections[1].Broken($"'{sections[1].Text()}' is no date; write it as 2025-01-01.");

        return new LegalHolidays([.. sections[2].Items().Select(Read)]);
    }

    /// <summary>The holiday that a day is part of by law; null for any other day.</summary>
    /// <param name="day">1902 to 2099.</param>
    public string? On(DateOnly day) => _holidays.FirstOrDefault(holiday => holiday.Covers(day))?.Name;

    private static LegalHoliday Read(DataNode node)
    {
        var parts = node.Sections("name", "first", "days");
        var first = DayRule.Parse(parts[1].Text()) ?? throw parts[1].Broken($"'{parts[1].Text()}' is no day; write 10-01, L1-15 or 清明, with days more or less behind it.");
        return int.TryParse(parts[2].Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 10
            ? new LegalHoliday(parts[0].Text(), first, days)
            : throw parts[2].Broken("A holiday has 1 to 9 days.");
    }

    private sealed record LegalHoliday(string Name, DayRule First, int Days)
    {
        public bool Covers(DateOnly day) => First.DaysIn(day.Year).Any(first => first <= day && day < first.AddDays(Days));
    }
}
