using System.Globalization;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Clock;

/// <summary>Reads and moves the sandbox's clock.</summary>
internal static class ClockEndpoints
{
    public static void MapClock(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/clock", (SandboxClock clock) => Show(clock));
        routes.MapPost("/sandbox/clock", Move);
    }

    private static IResult Move(ClockMove move, SandboxClock clock, BubbleFeed feed)
    {
        if (move.Reset == true) clock.MoveTo(TimeSpan.Zero);
        else if (move.OffsetSeconds is { } offset) clock.MoveTo(TimeSpan.FromSeconds(offset));
        else if (move.AdvanceSeconds is { } step) clock.MoveTo(clock.Offset + TimeSpan.FromSeconds(step));
        else if (move.To is { } moment) clock.MoveTo(moment);
        else return Results.BadRequest(new { error = "Give one of advanceSeconds, offsetSeconds, to, reset." });

        feed.Announce("clock");
        return Results.Ok(Show(clock));
    }

    private static object Show(SandboxClock clock) => new
    {
        now = clock.InChina().ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        offsetSeconds = (long)clock.Offset.TotalSeconds,
    };
}
