namespace UnionBot.WeChat.Api;

/// <summary>One button of the account's menu.</summary>
/// <param name="Type">click, view, miniprogram, scancode_push, scancode_waitmsg, pic_sysphoto, pic_photo_or_album, pic_weixin,
/// location_select, media_id, article_id or article_view_limited; null = only holds <paramref name="SubButtons"/>.</param>
/// <param name="Name">At most 16 bytes at the top, 60 below.</param>
public sealed record MenuButton(
    string? Type,
    string Name,
    string? Key = null,
    string? Url = null,
    string? MediaId = null,
    string? ArticleId = null,
    string? AppId = null,
    string? PagePath = null,
    IReadOnlyList<MenuButton>? SubButtons = null)
{
    public static MenuButton Click(string name, string key) => new("click", name, Key: key);

    public static MenuButton View(string name, string url) => new("view", name, Url: url);

    /// <summary>A title that opens up to five buttons.</summary>
    public static MenuButton Group(string name, params IReadOnlyList<MenuButton> buttons) =>
        new(null, name, SubButtons: buttons);
}

/// <summary>Who sees a conditional menu; null = does not matter.</summary>
/// <param name="ClientPlatform">1 iOS, 2 Android, 3 other.</param>
public sealed record MenuRule(int? TagId = null, int? ClientPlatform = null);

/// <summary>A conditional menu as the platform keeps it.</summary>
public sealed record ConditionalMenu(string MenuId, IReadOnlyList<MenuButton> Buttons, MenuRule Rule);

/// <summary>All menus of the account.</summary>
public sealed record AccountMenus(IReadOnlyList<MenuButton> Buttons, IReadOnlyList<ConditionalMenu> Conditional);

/// <summary>The menu that people without a conditional one see; no buttons = there is none, or it is switched off.</summary>
public sealed record CurrentMenu(IReadOnlyList<MenuButton> Buttons);

/// <summary>The id of a new conditional menu.</summary>
public sealed record MenuCreated(string MenuId);

/// <summary>The buttons one person sees.</summary>
public sealed record MatchedMenu(IReadOnlyList<MenuButton> Buttons);
