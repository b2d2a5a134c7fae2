using System.Diagnostics.CodeAnalysis;
using UnionBot.Chat.Calendar;

namespace UnionBot.Core.Calendar.Rules;

/// <summary>Reads rules as staff write them, and says which days they give.</summary>
public sealed class WindowRules(NamedDays names, RuleWords words, Workdays workdays)
{
    /// <summary>A rule is reckoned from this year on …</summary>
    public const int FirstYear = 1903;

    /// <summary>… up to this one.</summary>
    public const int LastYear = 2097;

    /// <summary>How many years staff are shown.</summary>
    public const int YearsShown = 3;

    /// <summary>The longest rule, in UTF-16 units.</summary>
    public const int LongestText = 40;

    /// <param name="text">As it was typed.</param>
    /// <param name="fault">What is wrong and where; worded by <see cref="RuleWords"/>.</param>
    public bool TryRead(string text, [NotNullWhen(true)] out WindowRule? rule, [NotNullWhen(false)] out RuleFault? fault)
    {
        var plain = string.Concat(names.Fold(text).Where(c => !char.IsWhiteSpace(c))).TrimEnd('。', '.');
        (rule, fault) = Read(plain);
        return rule is not null;
    }

    /// <summary>What a rule gives in a Gregorian year.</summary>
    /// <param name="year"><see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    public RuleYear In(WindowRule rule, int year) => rule.In(year, workdays);

    /// <summary>What it gives in the next years: from this one on, or from the next when all of this year is over.</summary>
    public IReadOnlyList<RuleYear> Coming(WindowRule rule, DateOnly today, int years = YearsShown)
    {
        var isOver = In(rule, today.Year).Dates is { Count: > 0 } dates && dates.All(d => d.Last < today);
        return [.. Enumerable.Range(isOver ? today.Year + 1 : today.Year, years).Select(year => In(rule, year))];
    }

    private (WindowRule? Rule, RuleFault? Fault) Read(string text)
    {
        if (text.Length == 0) return (null, new RuleFault(RuleProblem.Empty, ""));
        if (text.Length > LongestText) return (null, new RuleFault(RuleProblem.TooLong, ""));
        if (WeatherReader.Speaks(text))
        {
            var (limit, problem) = WeatherReader.Read(text);
            return limit is null ? (null, new RuleFault(problem!.Value, text)) : (WindowRule.OfWeather(text, limit), null);
        }

        var reader = new RuleReader(text, names, words.Spans);
        return reader.Read() is { } rule ? (rule, null) : (null, reader.Fault);
    }
}
