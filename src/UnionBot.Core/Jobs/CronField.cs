using System.Globalization;

namespace UnionBot.Core.Jobs;

/// <summary>One field of a cron expression: <c>*</c>, <c>?</c>, <c>5</c>, <c>1-5</c>, <c>*/15</c>, <c>MON,WED</c>, and lists of these.</summary>
/// <param name="Any">Whether it says nothing (<c>*</c> or <c>?</c>).</param>
internal sealed record CronField(IReadOnlySet<int> Values, bool Any)
{
    private const NumberStyles Digits = NumberStyles.None;

    /// <param name="names">Names of the values, from <paramref name="least"/> on; empty when there are only numbers.</param>
    /// <exception cref="FormatException">It is no such field.</exception>
    public static CronField Parse(string text, int least, int most, params string[] names)
    {
        var values = text.Split(',').SelectMany(part => Part(part, least, most, names));
        return new CronField(values.ToHashSet(), text is "*" or "?");
    }

    public bool Has(int value) => Values.Contains(value);

    private static IEnumerable<int> Part(string part, int least, int most, string[] names)
    {
        var (range, step) = part.Split('/') is [var before, var after] ? (before, Number(after, 1, most, [])) : (part, 1);
        var (from, to) = range switch
        {
            "*" or "?" => (least, most),
            _ when range.Split('-') is [var first, var last] => (Number(first, least, most, names), Number(last, least, most, names)),
            _ => Single(Number(range, least, most, names), isOpen: part.Contains('/'), most),
        };
        if (from > to) throw new FormatException($"\"{part}\" runs backwards.");

        return Enumerable.Range(from, to - from + 1).Where(value => (value - from) % step == 0);
    }

    // 5/15 means: from 5 on, every 15.
    private static (int From, int To) Single(int value, bool isOpen, int most) => (value, isOpen ? most : value);

    private static int Number(string text, int least, int most, string[] names)
    {
        var named = Array.IndexOf(names, text.ToUpperInvariant());
        if (named >= 0) return least + named;

        return int.TryParse(text, Digits, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FormatException($"\"{text}\" is not between {least} and {most}.");
    }
}
