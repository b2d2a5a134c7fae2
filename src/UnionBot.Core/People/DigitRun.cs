using System.Text;

namespace UnionBot.Core.People;

/// <summary>Groups of digits with nothing but separators between, such as 138 0000-0001 or two dates in a row.</summary>
internal sealed class DigitRun
{
    /// <summary>138 - 0000 has three; more is a gap between two numbers.</summary>
    private const int MostSeparators = 3;

    private readonly List<DigitGroup> _groups = [];

    private DigitRun() { }

    public static IEnumerable<DigitRun> In(string text)
    {
        DigitRun? run = null;
        for (var at = 0; at < text.Length;)
        {
            if (DigitGroup.Read(text, at) is not { } group)
            {
                at++;
                continue;
            }

            if (run is not null && !Joins(text, run._groups[^1].End, group.Start))
            {
                yield return run;
                run = null;
            }

            run ??= new DigitRun();
            run._groups.Add(group);
            at = group.End;
        }

        if (run is not null) yield return run;
    }

    /// <summary>The numbers to hide, each with what to write in its place.</summary>
    public IEnumerable<(MaskedNumber Number, string Mask)> Hide()
    {
        var hidden = new bool[_groups.Count];
        var windows = Windows().ToArray();
        foreach (var window in windows) Array.Fill(hidden, true, window.First, window.Last - window.First + 1);

        for (var first = 0; first < hidden.Length;)
        {
            if (!hidden[first])
            {
                first++;
                continue;
            }

            var last = EndOfOverlap(windows, first);
            var exact = Array.Find(windows, w => w.First == first && w.Last == last);
            var kind = exact?.Kind ?? MaskedKind.Other;
            var stands = (first == 0 || hidden[first - 1]) && (last == hidden.Length - 1 || hidden[last + 1]);
            yield return Masked(first, last, kind, stands);
            first = last + 1;
        }
    }

    private IEnumerable<Window> Windows()
    {
        for (var first = 0; first < _groups.Count; first++)
        {
            var digits = new StringBuilder();
            for (var last = first; last < _groups.Count && digits.Length <= NumberShape.MostDigits; last++)
            {
                digits.Append(_groups[last].Value);
                var kind = first == last
                    ? NumberShape.OfGroup(digits.ToString())
                    : NumberShape.OfGroups(digits.ToString());
                if (kind is not null && !AreDates(first, last)) yield return new Window(first, last, kind.Value);
            }
        }
    }

    private static int EndOfOverlap(Window[] windows, int first)
    {
        var end = first;
        foreach (var window in windows)
        {
            if (window.First <= end) end = Math.Max(end, window.Last);
        }

        return end;
    }

    /// <summary>2026-12-01 2026-12-16 has as many digits as a card.</summary>
    private bool AreDates(int first, int last)
    {
        if ((last - first + 1) % 3 != 0) return false;

        for (var i = first; i <= last; i += 3)
        {
            var (year, month, day) = (_groups[i].Value, _groups[i + 1].Value, _groups[i + 2].Value);
            if (year.Length != 4 || month.Length > 2 || day.Length > 2) return false;
            if (!(year.StartsWith("19", StringComparison.Ordinal) || year.StartsWith("20", StringComparison.Ordinal)))
                return false;
        }

        return true;
    }

    /// <param name="stands">
    /// False when other digits stand beside it: then none of its own may stay, lest they form a new number together.
    /// </param>
    private (MaskedNumber Number, string Mask) Masked(int first, int last, MaskedKind kind, bool stands)
    {
        var value = string.Concat(_groups.Skip(first).Take(last - first + 1).Select(group => group.Value));
        if (kind == MaskedKind.Mobile) value = value[^NumberShape.Mobile..];
        var (start, end) = (_groups[first].Start, _groups[last].End);
        var mask = !stands ? DisplayMask.Stars(value.Length) : kind switch
        {
            MaskedKind.Mobile => DisplayMask.Mobile(value),
            MaskedKind.IdNumber => DisplayMask.IdNumber(value),
            MaskedKind.Card => DisplayMask.Card(value),
            _ => DisplayMask.Stars(value.Length),
        };
        return (new MaskedNumber(kind, value, start, end - start), mask);
    }

    private static bool Joins(string text, int from, int to)
    {
        if (to - from > MostSeparators) return false;

        foreach (var c in text.AsSpan(from..to))
        {
            if (!DigitText.IsSeparator(c)) return false;
        }

        return true;
    }

    /// <summary>Neighbouring groups that look like one number.</summary>
    private sealed record Window(int First, int Last, MaskedKind Kind);
}
