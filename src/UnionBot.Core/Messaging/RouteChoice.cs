namespace UnionBot.Core.Messaging;

/// <summary>What is to be done with a due message now.</summary>
public abstract record RouteChoice
{
    private RouteChoice() { }

    /// <summary>Send it; what it needs is spent.</summary>
    /// <param name="Window">The window it was taken from; null when none was.</param>
    public sealed record Go(SendRoute Route, ContactWindow? Window = null) : RouteChoice;

    /// <summary>The account's calls are used up until then.</summary>
    public sealed record Wait(DateTimeOffset Until) : RouteChoice;

    /// <summary>Tell it when the person next writes.</summary>
    public sealed record Hold : RouteChoice;

    public sealed record Withhold(WithheldReason Why) : RouteChoice;

    public sealed record Expire : RouteChoice;

    /// <summary>It may have arrived, and the platform would not know a repetition any more.</summary>
    public sealed record GiveUp : RouteChoice;
}
