using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Media;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Actions;

/// <summary>What a follower can send.</summary>
internal sealed class MessageActions(
    PushRoom room, FollowerBook book, CustomQuota quota, MediaStore media, SandboxAddress address)
{
    private const int MapScale = 15;

    public Task<ActionResult> SayAsync(int follower, string text, int copies = 1)
    {
        RequireFollowing(follower);
        quota.OpenByMessage(follower);
        return room.MessageAsync(
            follower, Own("text", text), new PushFields { { "MsgType", "text" }, { "Content", text } }, copies);
    }

    /// <summary>A tap on a choice of a msgmenu: it reads like a text but counts like a tap.</summary>
    public Task<ActionResult> ChooseAsync(int follower, string id, string content)
    {
        RequireFollowing(follower);
        quota.OpenByTap(follower);
        return room.MessageAsync(
            follower,
            Own("text", content, new { menuId = id }),
            new PushFields { { "MsgType", "text" }, { "Content", content }, { "bizmsgmenuid", id } });
    }

    public Task<ActionResult> PhotoAsync(int follower, byte[] bytes, string contentType)
    {
        RequireFollowing(follower);
        quota.OpenByMessage(follower);
        var file = media.Keep("image", contentType, "photo.jpg", bytes);
        return room.MessageAsync(follower, Own("image", null, new { mediaId = file.Id }), new PushFields
        {
            { "MsgType", "image" },
            { "PicUrl", address.Of($"/sandbox/media/{file.Id}") },
            { "MediaId", file.Id },
        });
    }

    /// <param name="seconds">Length, for the bubble.</param>
    /// <param name="recognition">What the platform heard; null = recognition is switched off.</param>
    public Task<ActionResult> VoiceAsync(
        int follower, byte[] bytes, string contentType, int seconds, string? recognition)
    {
        RequireFollowing(follower);
        quota.OpenByMessage(follower);
        var file = media.Keep("voice", contentType, "voice.amr", bytes);
        var fields = new PushFields { { "MsgType", "voice" }, { "MediaId", file.Id }, { "Format", "amr" } };
        if (recognition is not null) fields.Add("Recognition", recognition);
        return room.MessageAsync(follower, Own("voice", recognition, new { mediaId = file.Id, seconds }), fields);
    }

    /// <param name="kind">video or shortvideo.</param>
    public Task<ActionResult> VideoAsync(int follower, string kind, byte[] bytes, string contentType)
    {
        RequireFollowing(follower);
        quota.OpenByMessage(follower);
        var file = media.Keep("video", contentType, "video.mp4", bytes);
        var thumb =
            media.Keep("thumb", "image/svg+xml", "thumb.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());
        return room.MessageAsync(
            follower,
            Own(kind, null, new { mediaId = file.Id }),
            new PushFields { { "MsgType", kind }, { "MediaId", file.Id }, { "ThumbMediaId", thumb.Id } });
    }

    public Task<ActionResult> LocationAsync(int follower, Place place)
    {
        RequireFollowing(follower);
        quota.OpenByMessage(follower);
        return room.MessageAsync(follower, Own("location", place.Label, place), new PushFields
        {
            { "MsgType", "location" },
            { "Location_X", place.LatitudeText },
            { "Location_Y", place.LongitudeText },
            { "Scale", MapScale },
            { "Label", place.Label },
        });
    }

    public Task<ActionResult> LinkAsync(int follower, string title, string description, string url)
    {
        RequireFollowing(follower);
        quota.OpenByMessage(follower);
        return room.MessageAsync(follower, Own("link", title, new { title, description, url }), new PushFields
        {
            { "MsgType", "link" },
            { "Title", title },
            { "Description", description },
            { "Url", url },
        });
    }

    /// <exception cref="ActionRefused">Only followers can write to an account.</exception>
    private void RequireFollowing(int follower)
    {
        if (!book[follower].Follows) throw new ActionRefused("This person does not follow the account; follow first.");
    }

    private static BubbleDraft Own(string kind, string? text, object? content = null) =>
        new("follower", "message", kind, text, content);
}
