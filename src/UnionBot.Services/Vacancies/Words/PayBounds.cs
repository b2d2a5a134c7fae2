using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Words;

/// <summary>What a pay can plausibly be.</summary>
/// <param name="AboveMedian">So many times the median of the trade is too much.</param>
/// <param name="LeastKnown">Of fewer vacancies there is no median worth the name.</param>
public sealed record PayBounds(IReadOnlyDictionary<PayUnit, PayRange> Ranges, double AboveMedian, int LeastKnown)
{
    /// <exception cref="BrokenFileException">Something is missing or no number.</exception>
    internal static PayBounds Read(DataNode node)
    {
        var ranges = new Dictionary<PayUnit, PayRange>();
        double? aboveMedian = null, leastKnown = null;
        foreach (var (name, part) in node.Entries())
        {
            switch (name)
            {
                case "month": ranges[PayUnit.Month] = ranges[PayUnit.Piece] = PayRange.Read(part); break;
                case "day": ranges[PayUnit.Day] = PayRange.Read(part); break;
                case "hour": ranges[PayUnit.Hour] = PayRange.Read(part); break;
                case "above-median": aboveMedian = CheckWords.Number(part); break;
                case "least-known": leastKnown = CheckWords.Number(part); break;
                default: throw part.Broken($"'{name}' is not known here.");
            }
        }

        return ranges.Count == 4 && aboveMedian is { } above && leastKnown is { } known
            ? new PayBounds(ranges, above, (int)known)
            : throw node.Broken("Expected month, day, hour, above-median and least-known.");
    }
}

/// <param name="LeastFen">Whole fen.</param>
/// <param name="MostFen">Whole fen.</param>
public readonly record struct PayRange(long LeastFen, long MostFen)
{
    internal static PayRange Read(DataNode node)
    {
        var parts = node.Entries().ToDictionary(e => e.Key, e => CheckWords.Number(e.Value), StringComparer.Ordinal);
        return parts.TryGetValue("least", out var least) && parts.TryGetValue("most", out var most) && least < most
            ? new PayRange((long)(least * 100), (long)(most * 100))
            : throw node.Broken("Expected least and most, in yuan.");
    }
}
