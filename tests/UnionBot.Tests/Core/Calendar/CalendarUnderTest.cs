using System.Globalization;
using UnionBot.Chat.Calendar;
using UnionBot.Core.Calendar;
using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Calendar.Rules;

namespace UnionBot.Tests.Core.Calendar;

/// <summary>The calendar with the files that come with the bot: of the holiday schedules that of 2026 is known.</summary>
internal static class CalendarUnderTest
{
    public static NamedDays Names { get; } = NamedDays.Load(Tree.Templates);

    public static RuleWords Words { get; } = RuleWords.Load(Tree.Templates);

    public static Workdays Workdays { get; } = new(HolidayFile.LoadAll(Tree.Templates), LegalHolidays.Load(Tree.Templates));

    public static WindowRules Rules { get; } = new(Names, Words, Workdays);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>What a rule gives in a year: <c>07-15..08-24</c>, with the year where it is another, and <c>?</c> where it is provisional.</returns>
    public static string In(this string rule, int year)
    {
        Assert.True(Rules.TryRead(rule, out var read, out var fault), fault is null ? "" : Words.Of(fault));
        var found = Rules.In(read, year);
        return found.Gap is { } gap ? $"{gap}" : string.Join(' ', found.Dates.Select(dates => Told(dates, year)));
    }

    private static string Told(RuleDates dates, int year)
    {
        var first = Told(dates.First, year);
        return (dates.Last == dates.First ? first : $"{first}..{Told(dates.Last, year)}") + (dates.IsProvisional ? "?" : "");
    }

    private static string Told(DateOnly day, int year) =>
        day.ToString(day.Year == year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
