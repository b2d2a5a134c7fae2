using UnionBot.Chat.Dialogs;
using UnionBot.Services.Campaigns.Assignment;

namespace UnionBot.Tests.Services.Campaigns.Assignment;

/// <summary>Targets and visitors made up of a number; often too few visitors, relatives of everybody, and days that nobody has.</summary>
internal sealed record InventedCampaign(VisitTarget[] Targets, AvailableVisitor[] Visitors, AssignmentRules Rules)
{
    public static readonly DateOnly FirstDay = new(2027, 1, 4);

    private static readonly string[] Districts = ["370102", "370103", "370112"];

    public static InventedCampaign Of(int seed)
    {
        var random = new Random(seed);
        var days = Enumerable.Range(0, random.Next(1, 9)).Select(FirstDay.AddDays).ToArray();
        return new InventedCampaign(
            [.. Enumerable.Range(1, random.Next(0, 60)).Select(id => Target(random, id, days.Length))],
            [.. Enumerable.Range(1, random.Next(0, 9)).Select(id => Visitor(random, id, days))],
            new AssignmentRules { MostVisitsADay = random.Next(1, 9), InTwos = (TwoVisitors)random.Next(2) });
    }

    public VisitPlan Plan() => VisitAssigner.Assign(Targets, Visitors, Rules);

    public InventedCampaign Shuffled(int seed)
    {
        var random = new Random(seed);
        return new InventedCampaign(
            [.. Targets.OrderBy(_ => random.Next())],
            [.. Visitors.OrderBy(_ => random.Next()).Select(v => v with { Days = [.. v.Days.OrderBy(_ => random.Next())] })],
            Rules);
    }

    /// <summary>An identity as the callers hash it.</summary>
    public static byte[] Person(int number) => BitConverter.GetBytes(number);

    private static VisitTarget Target(Random random, int id, int days)
    {
        var earliest = Chance(random, 3) ? FirstDay.AddDays(random.Next(days)) : (DateOnly?)null;
        return new VisitTarget(id, Districts[random.Next(random.Next(1, 4))], Chance(random, 4) ? null : $"街道{random.Next(4)}", Spot(random))
        {
            HasCash = Chance(random, 2),
            Earliest = earliest,
            Latest = Chance(random, 3) ? (earliest ?? FirstDay).AddDays(random.Next(3)) : null,
            Named = Chance(random, 4) ? new NamedTime(FirstDay.AddDays(random.Next(days)), Half(random)) : null,
            People = Chance(random, 5) ? [Person(random.Next(6)), Person(random.Next(6))] : [],
        };
    }

    private static AvailableVisitor Visitor(Random random, int id, DateOnly[] days) => new(
        id,
        Chance(random, 6) ? ["370100"] : [.. Districts.Where(_ => Chance(random, 2))],
        random.Next(1, 9),
        [.. days.Where(_ => !Chance(random, 4))])
    {
        Start = Spot(random),
        Kin = [Person(id), Person(random.Next(10, 20))],
    };

    private static GeoPoint? Spot(Random random) =>
        Chance(random, 4) ? null : new GeoPoint(36.6 + (random.NextDouble() / 10), 117 + (random.NextDouble() / 10), "");

    private static HalfDay? Half(Random random) => Chance(random, 3) ? null : (HalfDay)random.Next(2);

    private static bool Chance(Random random, int of) => random.Next(of) == 0;
}
