using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Campaigns.Assignment;

/// <summary>Somebody who goes on visits, and when and where.</summary>
/// <param name="Regions">Codes in six digits; 370100 stands for all districts of the city, 370000 for all of the province.</param>
/// <param name="VisitsADay">The most that this person makes in a day.</param>
/// <param name="Days">The days on which the person can go, workdays or not.</param>
public sealed record AvailableVisitor(
    long Id, IReadOnlyCollection<string> Regions, int VisitsADay, IReadOnlyCollection<DateOnly> Days)
{
    /// <summary>From where the person sets out, such as the home union; GCJ-02, null when not known.</summary>
    public GeoPoint? Start { get; init; }

    /// <summary>Keyed hashes of the person and of the relatives that were declared: nobody visits these.</summary>
    public IReadOnlyCollection<byte[]> Kin { get; init; } = [];

    internal bool Serves(string region) => Regions.Any(code => Holds(code, region));

    internal bool IsKinOf(VisitTarget target) => target.People.Any(p => Kin.Any(k => k.AsSpan().SequenceEqual(p)));

    private static bool Holds(string code, string region) =>
        code == region
        || (code.EndsWith("0000", StringComparison.Ordinal) && region.StartsWith(code[..2], StringComparison.Ordinal))
        || (code.EndsWith("00", StringComparison.Ordinal) && region.StartsWith(code[..4], StringComparison.Ordinal));
}
