using System.Globalization;
using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Calendar;

/// <summary>Reads <c>calendar/holidays/{year}.yaml</c>, the schedules that come with the program.</summary>
public static class HolidayFile
{
    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">A file is wrong, or none is there.</exception>
    public static HolidaySchedule LoadAll(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(folder, "calendar", "holidays"), "*.yaml");
        return new HolidaySchedule(files.Order(StringComparer.Ordinal).Select(Read));
    }

    internal static HolidayYear Read(string path)
    {
        var top = DataFile.Read(path);
        int? year = null;
        var hasSource = false;
        Break[] breaks = [];
        DateOnly[] workdays = [];
        foreach (var (key, value) in top.Entries())
        {
            switch (key)
            {
                case "year": year = Year(value, path); break;
                case "source": hasSource = value.Text().Length > 0; break;
                case "off": breaks = [.. value.Items().Select(OneBreak)]; break;
                case "workdays": workdays = [.. value.Items().Select(Day)]; break;
                default: throw value.Broken($"'{key}' is not known here; allowed are year, source, off, workdays.");
            }
        }

        if (year is null || !hasSource || breaks.Length == 0) throw top.Broken("A schedule needs year, source and off.");
        return new HolidayYear(year.Value, breaks, workdays);
    }

    private static int Year(DataNode node, string path) =>
        node.Text() == Path.GetFileNameWithoutExtension(path) && int.TryParse(node.Text(), out var year) && year is > 1900 and < 2100
            ? year
            : throw node.Broken("The year is not the one in the name of the file.");

    private static Break OneBreak(DataNode node)
    {
        string[] holidays = [];
        DateOnly? first = null, last = null;
        foreach (var (key, value) in node.Entries())
        {
            switch (key)
            {
                case "holidays": holidays = [.. value.Items().Select(item => item.Text())]; break;
                case "first": first = Day(value); break;
                case "last": last = Day(value); break;
                default: throw value.Broken($"'{key}' is not known here; allowed are holidays, first, last.");
            }
        }

        return holidays.Length > 0 && first is { } from && last is { } to && from <= to
            ? new Break(holidays, from, to)
            : throw node.Broken("Days off need holidays, first and last, in this order of time.");
    }

    private static DateOnly Day(DataNode node) =>
        DateOnly.TryParseExact(node.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw node.Broken($"'{node.Text()}' is no date; write it as 2026-10-01.");
}
