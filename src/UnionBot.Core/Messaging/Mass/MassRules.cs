namespace UnionBot.Core.Messaging.Mass;

/// <summary>How what goes to many is handed out and called.</summary>
public sealed record MassRules
{
    /// <summary>
    /// People in one list of a mass send (群发). One fewer than the platform takes, so that somebody who is left over
    /// alone finds room in the next list.
    /// </summary>
    public int ListSize { get; init; } = 9_999;

    /// <summary>People whose messages one host takes in hand at once, by a way with a call for each.</summary>
    public int SliceSize { get; init; } = 1_000;

    /// <summary>How this account sends to many.</summary>
    public MassWay By { get; init; }

    /// <summary>Calls a day that put people under a tag or take them out.</summary>
    public int TagCallsPerDay { get; init; } = 100_000;

    /// <summary>Mass sends (群发) to one person in a month.</summary>
    public int PerMonth { get; init; } = 4;

    /// <summary>Within this time the platform knows a repeated mass send by its id; a little less than it promises.</summary>
    public TimeSpan ListRepeat { get; init; } = TimeSpan.FromHours(23);

    public int SizeOf(SendRoute route) => route is SendRoute.Mass ? ListSize : SliceSize;
}
