using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Control;

/// <summary>Lists, adds and changes followers.</summary>
internal static class FollowerEndpoints
{
    private const int MostAtOnce = 5_000_000;

    public static void MapFollowers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/followers", List);
        routes.MapPost("/sandbox/followers", Add);
        routes.MapGet("/sandbox/followers/{openid}", (FollowerNumber who, FollowerView view) => view.Of(who.Value));
        routes.MapPatch("/sandbox/followers/{openid}", Change);
    }

    private static object List(
        FollowerDirectory followers, FollowerView view, string? query, int offset = 0, int limit = 50) => new
        {
            total = followers.Count,
            followers = followers.Search(query).Skip(offset).Take(Math.Clamp(limit, 1, 1_000)).Select(view.Of).ToArray(),
        };

    private static IResult Add(NewFollowers wanted, FollowerDirectory followers, FollowerView view, BubbleFeed feed)
    {
        var count = wanted.Count ?? 1;
        if (count is < 1 or > MostAtOnce) return Results.BadRequest(new { error = $"count is 1 to {MostAtOnce}." });

        var first = followers.Add(count, wanted.Follows ?? true);
        if (wanted.Name is not null || wanted.Phone is not null)
            followers.ChangeProfile(first, profile => profile with { Name = wanted.Name, Phone = wanted.Phone });

        feed.Announce("followers");
        return Results.Ok(new
        {
            total = followers.Count,
            first,
            followers = Enumerable.Range(first, Math.Min(count, 1_000)).Select(view.Of).ToArray(),
        });
    }

    private static object Change(
        FollowerNumber who,
        FollowerChange change,
        FollowerDirectory followers,
        FollowerBook book,
        FollowerView view,
        BubbleFeed feed)
    {
        var follower = who.Value;
        followers.ChangeProfile(follower, profile => profile with
        {
            Name = change.Name ?? profile.Name,
            Phone = change.Phone ?? profile.Phone,
        });
        if (change.RefusesMessages is { } refuses)
        {
            book.Change(follower, (ref FollowerRow row) =>
                row.Flags = refuses
                    ? row.Flags | FollowerFlags.RefusesMessages
                    : row.Flags & ~FollowerFlags.RefusesMessages);
        }

        feed.Announce("followers");
        return view.Of(follower);
    }

    /// <param name="Count">How many; 1 when absent.</param>
    /// <param name="Follows">Whether they follow already; true when absent. No event is pushed.</param>
    /// <param name="Name">Of the first one; invented when absent.</param>
    /// <param name="Phone">Of the first one.</param>
    internal sealed record NewFollowers(int? Count, bool? Follows, string? Name, string? Phone);

    /// <summary>What is absent stays as it is.</summary>
    internal sealed record FollowerChange(string? Name, string? Phone, bool? RefusesMessages);
}
