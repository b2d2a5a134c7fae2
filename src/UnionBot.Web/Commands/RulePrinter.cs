using System.Globalization;
using UnionBot.Core.Calendar.Rules;

namespace UnionBot.Web.Commands;

/// <summary>Shows the days of rules on a terminal, a line a year.</summary>
internal sealed class RulePrinter(WindowRules rules, RuleWords words, TextWriter output)
{
    private const string Weekdays = "日一二三四五六";

    /// <param name="from">The first year; null for what comes next.</param>
    /// <returns>False when it is no rule, which is said.</returns>
    public async Task<bool> PrintAsync(string text, int? from, DateOnly today)
    {
        await output.WriteLineAsync(StaffWork.Clean(text));
        if (!rules.TryRead(text, out var rule, out var fault))
        {
            await output.WriteLineAsync($"    {StaffWork.Clean(words.Of(fault))}");
            return false;
        }

        if (rule.Kind is RuleKind.Weather)
        {
            await output.WriteLineAsync($"    {words.Of(RuleGap.NeedsForecast)}");
            return true;
        }

        var years = from is { } first
            ? Enumerable.Range(first, WindowRules.YearsShown).Select(year => rules.In(rule, year))
            : rules.Coming(rule, today);
        foreach (var year in years) await output.WriteLineAsync($"    {year.Year}  {Told(year)}");
        return true;
    }

    /// <summary>2027-02-06 (六).</summary>
    public static string Show(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} ({Weekdays[(int)day.DayOfWeek]})");

    private string Told(RuleYear year)
    {
        if (year.Gap is { } gap) return words.Of(gap);

        var days = string.Join(", ", year.Dates.Select(d => d.First == d.Last ? Show(d.First) : $"{Show(d.First)} … {Show(d.Last)}"));
        var provisional = year.Dates.FirstOrDefault(d => d.IsProvisional);
        return provisional is null ? days : $"{days}  {words.OfProvisional(provisional.First.Year)}";
    }
}
