using System.Text.Json;
using UnionBot.Sandbox.Actions;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.QrCodes;

namespace UnionBot.Sandbox.Control;

/// <summary>Everything a follower can do; each call answers when the push has been answered.</summary>
internal static class ActionEndpoints
{
    private const string Base = "/sandbox/followers/{openid}/";

    public static void MapActions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Base + "say", (FollowerNumber who, Say say, MessageActions actions) =>
            actions.SayAsync(who.Value, say.Text, Math.Clamp(say.Copies ?? 1, 1, 64)));
        routes.MapPost(Base + "choose", (FollowerNumber who, Choice choice, MessageActions actions) =>
            actions.ChooseAsync(who.Value, choice.Id, choice.Content));
        routes.MapPost(Base + "location", (FollowerNumber who, Place place, MessageActions actions) =>
            actions.LocationAsync(who.Value, place));
        routes.MapPost(Base + "link", (FollowerNumber who, Link link, MessageActions actions) =>
            actions.LinkAsync(who.Value, link.Title, link.Description ?? "", link.Url));
        routes.MapPost(Base + "photo", PhotoAsync);
        routes.MapPost(Base + "voice", VoiceAsync);
        routes.MapPost(Base + "video", VideoAsync);

        routes.MapPost(Base + "follow", (FollowerNumber who, EventActions actions) => actions.FollowAsync(who.Value));
        routes.MapPost(Base + "unfollow", (FollowerNumber who, EventActions actions) =>
            actions.UnfollowAsync(who.Value));
        routes.MapPost(Base + "scan", ScanAsync);
        routes.MapPost(Base + "tap", (FollowerNumber who, TapRequest tap, TapActions actions) =>
            actions.TapAsync(who.Value, tap));
        routes.MapPost(Base + "event", (FollowerNumber who, RawEvent raw, EventActions actions) =>
            actions.RawAsync(who.Value, raw.Event, Fields(raw.Fields), Math.Clamp(raw.Copies ?? 1, 1, 64)));
    }

    private static async Task<ActionResult> PhotoAsync(FollowerNumber who, HttpRequest request, MessageActions actions)
    {
        var (bytes, type) = await ReadAsync(request, "image/jpeg");
        return await actions.PhotoAsync(who.Value, bytes, type);
    }

    private static async Task<ActionResult> VoiceAsync(
        FollowerNumber who, HttpRequest request, MessageActions actions, int seconds = 3, string? recognition = null)
    {
        var (bytes, type) = await ReadAsync(request, "audio/amr");
        return await actions.VoiceAsync(who.Value, bytes, type, seconds, recognition);
    }

    private static async Task<ActionResult> VideoAsync(
        FollowerNumber who, HttpRequest request, MessageActions actions, bool @short = false)
    {
        var (bytes, type) = await ReadAsync(request, "video/mp4");
        return await actions.VideoAsync(who.Value, @short ? "shortvideo" : "video", bytes, type);
    }

    private static Task<ActionResult> ScanAsync(FollowerNumber who, Scan scan, QrBook codes, EventActions actions)
    {
        var code = scan.Ticket is { Length: > 0 } ticket ? codes.Find(ticket)
            : scan.Scene is { Length: > 0 } scene ? codes.OfScene(scene)
            : null;
        return actions.ScanAsync(
            who.Value,
            code ?? throw new ActionRefused("Give a scene, or the ticket of a code that is still valid."),
            Math.Clamp(scan.Copies ?? 1, 1, 64));
    }

    private static async Task<(byte[] Bytes, string Type)> ReadAsync(HttpRequest request, string fallbackType)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        if (buffer.Length == 0) throw new BadHttpRequestException("Send the file's bytes as the body.");

        var type = request.ContentType is { Length: > 0 } named && named != "application/octet-stream"
            ? named
            : fallbackType;
        return (buffer.ToArray(), type);
    }

    /// <summary>JSON as push fields: objects nest, arrays repeat their name, whole numbers stay numbers.</summary>
    private static PushFields Fields(JsonElement json)
    {
        var fields = new PushFields();
        if (json.ValueKind != JsonValueKind.Object) return fields;

        foreach (var property in json.EnumerateObject())
        {
            IEnumerable<JsonElement> values = property.Value.ValueKind == JsonValueKind.Array
                ? json.Items(property.Name)
                : [property.Value];
            foreach (var value in values) Add(fields, property.Name, value);
        }

        return fields;
    }

    private static void Add(PushFields fields, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object) fields.Add(name, Fields(value));
        else if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)) fields.Add(name, number);
        else fields.Add(name, value.ToString());
    }

    /// <param name="Copies">The same push this many times at the same instant; 1 when absent.</param>
    internal sealed record Say(string Text, int? Copies);

    internal sealed record Choice(string Id, string Content);

    internal sealed record Link(string Title, string? Description, string Url);

    /// <summary>One of the two; a scene without a code gets a permanent one.</summary>
    internal sealed record Scan(string? Scene, string? Ticket, int? Copies);

    internal sealed record RawEvent(string Event, JsonElement Fields, int? Copies);
}
