using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Makes of a push what the inbox takes in.</summary>
internal static class PushDelivery
{
    /// <summary>Stored name of the channel.</summary>
    public const string Channel = "wechat";

    /// <returns>Null for a push that is no word of a person: results of our own sends, account events, unknown types.</returns>
    public static Delivery? Of(Push push) => push switch
    {
        TextMessage { MenuItemId: not null } tap => New(tap, InputKind.ChoiceTap) with { Text = tap.Content },
        TextMessage text => New(text, InputKind.Text) with { Text = text.Content },
        ImageMessage image => New(image, InputKind.Photo) with { MediaId = image.MediaId },
        VoiceMessage voice => New(voice, InputKind.Voice) with { MediaId = voice.MediaId, Text = voice.Recognition ?? "" },
        VideoMessage video => New(video, InputKind.Video) with { MediaId = video.MediaId },
        LocationMessage { Latitude: { } latitude, Longitude: { } longitude } place =>
            New(place, InputKind.Location) with { Place = new GeoPoint(latitude, longitude, place.Label) },
        LinkMessage link => New(link, InputKind.Link) with { Text = link.Title },
        FileMessage file => New(file, InputKind.File) with { Text = file.Title },
        SubscribeEvent follow => New(follow, InputKind.Followed) with { Tap = follow.Scene },
        ScanEvent scan => New(scan, InputKind.Scanned) with { Tap = scan.Scene },
        ClickEvent click => New(click, InputKind.MenuTap) with { Tap = click.EventKey },
        _ => null,
    };

    private static Delivery New(Push push, InputKind kind) =>
        new(Channel, push.FromUser, push.DedupeKey, push.CreatedAt, kind);
}
