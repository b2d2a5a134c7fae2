using System.Runtime.CompilerServices;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Media;
using UnionBot.Sandbox.Menus;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Control;

/// <summary>Reads talks, menus and media, and tells of changes.</summary>
internal static class TalkEndpoints
{
    private const int MostSecondsToWait = 60;

    public static void MapTalks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/followers/{openid}/bubbles", BubblesAsync);
        routes.MapGet("/sandbox/followers/{openid}/delivered", Delivered);
        routes.MapGet("/sandbox/followers/{openid}/menu", (FollowerNumber who, MenuBook menus) =>
            new { button = menus.For(who.Value)?.Button });
        routes.MapGet("/sandbox/followers/{openid}/talk", SaveTalk);
        routes.MapGet("/sandbox/media/{id}", ShowMedia);
        routes.MapGet("/sandbox/events", (BubbleFeed feed, CancellationToken ct) =>
            TypedResults.ServerSentEvents(TopicsAsync(feed, ct), "change"));
    }

    /// <summary>With <paramref name="wait"/> seconds: waits until the account has sent something new.</summary>
    private static async Task<object> BubblesAsync(
        FollowerNumber who,
        Talks talks,
        FollowerDirectory followers,
        BubbleFeed feed,
        CancellationToken ct,
        long after = 0,
        int limit = 200,
        double wait = 0)
    {
        using var news = feed.Listen();
        var bubbles = talks.Read(who.Value, after, limit);
        if (wait > 0 && !bubbles.Any(IsFromAccount))
        {
            var topic = followers.OpenId(who.Value);
            await WaitAsync(news, topic, () => talks.Read(who.Value, after).Any(IsFromAccount), wait, ct);
            bubbles = talks.Read(who.Value, after, limit);
        }

        return new { bubbles, lastSeq = talks.LastSeq };
    }

    private static async Task WaitAsync(
        BubbleFeed.Subscription news, string topic, Func<bool> arrived, double seconds, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(Math.Min(seconds, MostSecondsToWait)));
        try
        {
            await foreach (var heard in news.TopicsAsync(patience.Token))
            {
                if (heard == topic && arrived()) return;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nothing came in time; the caller sees the talk as it is.
        }
    }

    private static bool IsFromAccount(Bubble bubble) => bubble.From == "account";

    /// <summary>Exactly what the account delivered to this follower, and each thing's count.</summary>
    private static object Delivered(FollowerNumber who, Talks talks)
    {
        var items = talks.Read(who.Value).Where(IsFromAccount).ToArray();
        var counts = items
            .GroupBy(bubble => (bubble.Via, bubble.Kind, bubble.Text, Content: bubble.Content?.GetRawText()))
            .Select(same => new { same.Key.Via, same.Key.Kind, same.Key.Text, times = same.Count() });
        return new { total = items.Length, items, counts };
    }

    private static IResult SaveTalk(FollowerNumber who, SavedTalk saved, FollowerDirectory followers) =>
        Results.File(saved.Write(who.Value), "text/plain; charset=utf-8", $"talk-{followers.OpenId(who.Value)}.txt");

    private static IResult ShowMedia(string id, MediaStore media) => media.FindEvenExpired(id) is { } file
        ? Results.File(media.Read(file), file.ContentType, enableRangeProcessing: true)
        : Results.NotFound();

    private static async IAsyncEnumerable<string> TopicsAsync(
        BubbleFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var news = feed.Listen();
        yield return "hello";
        await foreach (var topic in news.TopicsAsync(ct)) yield return topic;
    }
}
