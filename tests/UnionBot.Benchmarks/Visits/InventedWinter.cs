using UnionBot.Chat.Dialogs;
using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Benchmarks.Visits;

/// <summary>
/// A winter of a city: 3,000 households in ten districts, lying about the middles of their streets, 60 visitors and 45 days. A
/// tenth has no coordinates, a tenth has named a day, a fifth can be met in one part of the winter only.
/// </summary>
internal sealed record InventedWinter(VisitTarget[] Targets, AvailableVisitor[] Visitors, DateOnly[] Days)
{
    public const int Households = 3000;
    public const int People = 60;

    private const int Districts = 10;
    private const int StreetsOfDistrict = 12;
    private const int DaysOfWinter = 45;

    public static InventedWinter New()
    {
        var random = new Random(20270104);
        var days = Enumerable.Range(0, DaysOfWinter).Select(new DateOnly(2027, 1, 4).AddDays).ToArray();
        var workdays = days.Where(d => d.DayOfWeek != DayOfWeek.Sunday).ToArray();
        var middles = Enumerable.Range(0, Districts).Select(i => Near(random, new GeoPoint(36.55 + (i / 5 * 0.2), 116.9 + (i % 5 * 0.12), ""), 0.02)).ToArray();
        var streets = middles.Select(m => Enumerable.Range(0, StreetsOfDistrict).Select(_ => Near(random, m, 0.06)).ToArray()).ToArray();
        return new InventedWinter(
            [.. Enumerable.Range(1, Households).Select(id => Household(random, id, streets, workdays))],
            [.. Enumerable.Range(1, People).Select(id => Visitor(random, id, middles, workdays))],
            days);
    }

    private static VisitTarget Household(Random random, int id, GeoPoint[][] streets, DateOnly[] days)
    {
        var (district, street) = (random.Next(Districts), random.Next(StreetsOfDistrict));
        var isPart = random.Next(5) == 0;
        var from = days[random.Next(days.Length - 15)];
        return new VisitTarget(id, Code(district), $"{street}号街", random.Next(10) == 0 ? null : Near(random, streets[district][street], 0.006))
        {
            HasCash = true,
            Earliest = isPart ? from : null,
            Latest = isPart ? from.AddDays(14) : null,
            Named = random.Next(10) == 0 ? new NamedTime(days[random.Next(days.Length)], (HalfDay)random.Next(2)) : null,
            People = [BitConverter.GetBytes(id)],
        };
    }

    /// <summary>On most days but Sundays; each is a relative of one household.</summary>
    private static AvailableVisitor Visitor(Random random, int id, GeoPoint[] middles, DateOnly[] days)
    {
        var district = id % Districts;
        return new AvailableVisitor(
            id, [Code(district), Code(random.Next(Districts))], random.Next(6, 9), [.. days.Where(_ => random.Next(8) > 0)])
        {
            Start = middles[district],
            Kin = [BitConverter.GetBytes(random.Next(1, Households))],
        };
    }

    private static GeoPoint Near(Random random, GeoPoint middle, double degrees) => new(
        middle.Latitude + ((random.NextDouble() - 0.5) * degrees), middle.Longitude + ((random.NextDouble() - 0.5) * degrees), "");

    private static string Code(int district) => $"3701{district + 1:00}";
}
