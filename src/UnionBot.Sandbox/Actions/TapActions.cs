using System.Globalization;
using System.Security.Cryptography;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Media;
using UnionBot.Sandbox.Menus;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Actions;

/// <summary>What a tap on each type of menu button does.</summary>
internal sealed class TapActions(
    PushRoom room,
    MessageActions messages,
    MenuBook menus,
    FollowerBook book,
    CustomQuota quota,
    MediaStore media,
    Talks talks)
{
    public Task<ActionResult> TapAsync(int follower, TapRequest tap)
    {
        if (!book[follower].Follows) throw new ActionRefused("This person does not follow the account; follow first.");

        var menu = menus.For(follower) ?? throw new ActionRefused("The account has no menu.");
        var button = Find(menu, tap) ?? throw new ActionRefused("This person's menu has no such button.");
        return button.Type switch
        {
            "click" => ClickAsync(follower, button),
            "view" => OpenAsync(follower, button, "VIEW", button.Url, menu.MenuId),
            "miniprogram" => OpenAsync(follower, button, "view_miniprogram", button.PagePath, menu.MenuId),
            "scancode_push" or "scancode_waitmsg" => ScanAsync(follower, button, tap.ScanResult ?? ""),
            "location_select" => PickPlaceAsync(follower, button, tap.Place),
            "media_id" or "article_id" or "article_view_limited" or "view_limited" => ShowMaterial(follower, button),
            _ => SendPhotosAsync(follower, button, tap.Photos ?? []),
        };
    }

    private static MenuButton? Find(AccountMenu menu, TapRequest tap)
    {
        var buttons = menu.Buttons();
        if (tap.Path is null)
        {
            return buttons.SelectMany(button => button.All()).FirstOrDefault(button =>
                button.Children.Count == 0
                && tap.Key is { } key
                && (button.Key == key || button.Url == key || button.Name == key));
        }

        MenuButton? found = null;
        foreach (var step in tap.Path.Split('.'))
        {
            var isNumber = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
            if (!isNumber || index >= buttons.Count) return null;

            found = buttons[index];
            buttons = found.Children;
        }

        return found is { Children.Count: 0 } ? found : null;
    }

    private Task<ActionResult> ClickAsync(int follower, MenuButton button)
    {
        quota.OpenByTap(follower);
        return room.EventAsync(
            follower,
            Tapped("CLICK", button),
            "CLICK",
            new PushFields { { "EventKey", button.Key } },
            showsFault: true);
    }

    private async Task<ActionResult> OpenAsync(int follower, MenuButton button, string name, string key, string menuId)
    {
        var fields = new PushFields { { "EventKey", key } };
        if (menuId.Length > 0) fields.Add("MenuId", menuId);
        var result = await room.EventAsync(follower, Tapped(name, button), name, fields, showsFault: false);
        return result with { Url = button.Url };
    }

    private Task<ActionResult> ScanAsync(int follower, MenuButton button, string result)
    {
        quota.OpenByTap(follower);
        return room.EventAsync(follower, Tapped(button.Type, button), button.Type, new PushFields
        {
            { "EventKey", button.Key },
            { "ScanCodeInfo", new PushFields { { "ScanType", "qrcode" }, { "ScanResult", result } } },
        }, showsFault: true);
    }

    /// <summary>The event first, then the place as a message of its own.</summary>
    private async Task<ActionResult> PickPlaceAsync(int follower, MenuButton button, Place? place)
    {
        if (place is null) throw new ActionRefused("This button needs a place.");

        await room.EventAsync(follower, Tapped(button.Type, button), button.Type, new PushFields
        {
            { "EventKey", button.Key },
            {
                "SendLocationInfo", new PushFields
                {
                    { "Location_X", place.LatitudeText },
                    { "Location_Y", place.LongitudeText },
                    { "Scale", "15" },
                    { "Label", place.Label },
                    { "Poiname", "" },
                }
            },
        }, showsFault: false);
        return await messages.LocationAsync(follower, place);
    }

    /// <summary>
    /// The event first, then each picture as a message of its own; the last one's outcome is returned.
    /// </summary>
    private async Task<ActionResult> SendPhotosAsync(int follower, MenuButton button, IReadOnlyList<byte[]> photos)
    {
        if (photos.Count == 0) throw new ActionRefused("This button needs photos.");

        var list = new PushFields();
        foreach (var photo in photos) list.Add("item", new PushFields { { "PicMd5Sum", Md5(photo) } });
        await room.EventAsync(follower, Tapped(button.Type, button), button.Type, new PushFields
        {
            { "EventKey", button.Key },
            { "SendPicsInfo", new PushFields { { "Count", photos.Count }, { "PicList", list } } },
        }, showsFault: false);

        ActionResult? last = null;
        foreach (var photo in photos) last = await messages.PhotoAsync(follower, photo, "image/jpeg");
        return last!;
    }

    /// <summary>The platform answers these by itself; the bot hears nothing.</summary>
    private Task<ActionResult> ShowMaterial(int follower, MenuButton button)
    {
        var file = media.Find(button.MediaId);
        var bubble = talks.Add(follower, file is null
            ? new BubbleDraft("account", "menu", "mpnews", button.Name, new { title = button.Name })
            : new BubbleDraft("account", "menu", file.Type, null, new { mediaId = file.Id }));
        return Task.FromResult(new ActionResult(null, 0, [], [bubble], null, null, null, bubble.Seq));
    }

    private static BubbleDraft Tapped(string name, MenuButton button) =>
        new("follower", "event", name, $"点击菜单 {button.Name}", new { button.Key, button.Name });

    /// <summary>The platform names pictures by MD5; nothing is secured by it.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security", "CA5351", Justification = "The platform's field is an MD5 sum.")]
    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
}
