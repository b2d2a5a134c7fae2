using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding;

namespace UnionBot.Core.Calendar.Rules;

/// <summary>Reads one rule from its first character to its last; stops at the first thing that is wrong, which it then names.</summary>
internal sealed class RuleReader(string text, NamedDays names, IReadOnlyList<NamedSpan> spans)
{
    private const int MostDays = 366;
    private const int MostWorkdays = 250;
    private const int DaysPerWeek = 7;

    private readonly RuleCursor _cursor = new(text);

    /// <summary>What is wrong; null when the rule could be read.</summary>
    public RuleFault? Fault { get; private set; }

    /// <returns>Null with a <see cref="Fault"/>.</returns>
    public WindowRule? Read()
    {
        if (ReadPart() is not { } part) return null;
        if (_cursor.Take(RulePatterns.Since) && !_cursor.Comes(RulePatterns.To)) return Beginning(part);
        if (_cursor.Take(RulePatterns.To)) return ReadSpan(part);
        if (_cursor.Take(RulePatterns.Until)) return Whole(RuleKind.End, part.Last ?? part.First);

        return part.Last is { } last ? Whole(RuleKind.Span, part.First, new EndsOn(last)) : Whole(RuleKind.Day, part.First);
    }

    private WindowRule? Beginning(RulePart part)
    {
        if (_cursor.IsAtEnd) return Whole(RuleKind.Start, part.First);
        if (_cursor.TakeMatch(RulePatterns.Length) is not { } length) return Whole(RuleKind.Start, part.First);
        if (LengthOf(length.Groups["count"].Value, length.Groups["unit"].Value, length.Value) is not var (count, areWorkdays)) return null;

        return Whole(RuleKind.Span, part.First, areWorkdays ? new LastsWorkdays(count) : new Lasts(count));
    }

    private WindowRule? ReadSpan(RulePart first)
    {
        if (_cursor.IsAtEnd) return Fail<WindowRule>(RuleProblem.NoEnd, text);
        if (ReadPart() is not { } last) return null;

        _cursor.Take(RulePatterns.Until);
        return Whole(RuleKind.Span, first.First, new EndsOn(last.Last ?? last.First));
    }

    private WindowRule? Whole(RuleKind kind, RulePoint first, RuleEnd? end = null) =>
        _cursor.IsAtEnd ? WindowRule.OfDays(text, kind, first, end) : Fail<WindowRule>(RuleProblem.Rest, _cursor.Rest);

    /// <summary>A day or a span of its own, with the days that are counted from it.</summary>
    private RulePart? ReadPart()
    {
        var part = ReadNamed();
        while (part is not null)
        {
            _cursor.Take(RulePatterns.DayItself);
            if (!_cursor.Comes(RulePatterns.Shift) && !_cursor.Comes(RulePatterns.ShiftWithoutLength)) return part;
            part = Shifted(part);
        }

        return null;
    }

    private RulePart? Shifted(RulePart part)
    {
        if (part.Last is not null) return Fail<RulePart>(RuleProblem.FromSpan, _cursor.Past);
        if (_cursor.TakeMatch(RulePatterns.Shift) is not { } shift)
        {
            _cursor.Take(RulePatterns.ShiftWithoutLength);
            return Fail<RulePart>(RuleProblem.HowLong, _cursor.Past);
        }

        var count = shift.Groups["one"].Success ? "一" : shift.Groups["count"].Value;
        if (LengthOf(count, shift.Groups["unit"].Value, shift.Value) is not var (days, areWorkdays)) return null;

        var signed = shift.Groups["before"].Success ? -days : days;
        return new RulePart(areWorkdays ? new WorkdaysFrom(part.First, signed) : new DaysFrom(part.First, signed));
    }

    /// <summary>The longest reading counts: 五月端午 is no May, and 十一月 no 十一.</summary>
    private RulePart? ReadNamed()
    {
        var opening = _cursor.TakeMatch(RulePatterns.Opening);
        if (_cursor.IsAtEnd) return Fail<RulePart>(RuleProblem.Empty, "");

        var months = new MonthReader(_cursor.Rest, opening!.Groups["calendar"].Value, names);
        var inMonth = months.Read();
        var named = names.Match(_cursor.Rest, out var day);
        var span = spans.Where(s => s.Words.Any(word => _cursor.Rest.StartsWith(word, StringComparison.Ordinal))).FirstOrDefault();
        if (span is not null)
        {
            _cursor.Skip(span.Words.Where(word => _cursor.Rest.StartsWith(word, StringComparison.Ordinal)).Max(word => word.Length));
            return new RulePart(new NamedPoint(span.First), new NamedPoint(span.Last));
        }

        if (named > months.Length)
        {
            _cursor.Skip(named);
            return new RulePart(new NamedPoint(day!.Rule));
        }

        if (months.Problem is { } problem) return Fail<RulePart>(problem, months.Part);
        if (inMonth is null) return Unknown();

        _cursor.Skip(months.Length);
        return inMonth;
    }

    private RulePart? Unknown()
    {
        var near = names.Near(_cursor.Rest);
        Fault = new RuleFault(near.Count > 0 ? RuleProblem.MisspeltDay : RuleProblem.UnknownDay, _cursor.Rest) { Guesses = near };
        return null;
    }

    private (int Count, bool AreWorkdays)? LengthOf(string count, string unit, string part)
    {
        if (unit is "月") return FailLength(RuleProblem.Months, part);

        var (number, areWorkdays) = (ChineseNumber.Read(count) ?? 0, unit is "工作日");
        var days = unit is "周" or "星期" or "礼拜" ? number * DaysPerWeek : number;
        return days < 1 || days > (areWorkdays ? MostWorkdays : MostDays) ? FailLength(RuleProblem.OutOfRange, part) : ((int)days, areWorkdays);
    }

    private (int, bool)? FailLength(RuleProblem problem, string part)
    {
        Fault = new RuleFault(problem, part);
        return null;
    }

    private T? Fail<T>(RuleProblem problem, string part)
        where T : class
    {
        Fault = new RuleFault(problem, part);
        return null;
    }
}

/// <param name="Last">Null for a single day.</param>
internal sealed record RulePart(RulePoint First, RulePoint? Last = null);
