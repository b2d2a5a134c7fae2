using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Menus;

/// <summary>The calls of the default and the conditional menus.</summary>
internal sealed class MenuApi(MenuBook menus, FollowerDirectory followers, BubbleFeed feed)
{
    public void Map(PlatformRoutes routes)
    {
        routes.Post("/cgi-bin/menu/create", Create);
        routes.Post("/cgi-bin/menu/addconditional", AddConditional);
        routes.Post("/cgi-bin/menu/delconditional", DeleteConditional);
        routes.Post("/cgi-bin/menu/trymatch", TryMatch);
        routes.Get("/cgi-bin/menu/get", _ => Show());
        routes.Get("/cgi-bin/menu/delete", _ => Delete());
        routes.Get("/cgi-bin/get_current_selfmenu_info", _ => ShowCurrent());
    }

    private object Create(PlatformCall call)
    {
        MenuChecks.Check(call);
        menus.SetDefault(call.Body.Part("button"));
        feed.Announce("menu");
        return PlatformJson.Ok;
    }

    private object AddConditional(PlatformCall call)
    {
        MenuChecks.Check(call);
        var rule = call.Body.Part("matchrule");
        if (rule.Text("tag_id").Length == 0 && rule.Text("client_platform_type").Length == 0)
            throw new PlatformRefusal(65305, "matchrule is empty");
        if (menus.DefaultMenu is null)
            throw new PlatformRefusal(65303, "there is no selfmenu, please create selfmenu first");

        var id = menus.AddConditional(call.Body.Part("button"), rule);
        feed.Announce("menu");
        return new { menuid = id };
    }

    private object DeleteConditional(PlatformCall call)
    {
        if (!menus.RemoveConditional(call.Text("menuid"))) throw new PlatformRefusal(65301, "no such conditional menu");

        feed.Announce("menu");
        return PlatformJson.Ok;
    }

    private object TryMatch(PlatformCall call)
    {
        var follower = followers.Find(call.Text("user_id")) ?? throw new PlatformRefusal(65309, "invalid user_id");
        var menu = menus.For(follower) ?? throw NoMenu();
        return new { button = menu.Button };
    }

    private object Show()
    {
        var menu = menus.DefaultMenu ?? throw NoMenu();
        var conditional = menus.Conditional
            .Select(special => new { button = special.Button, matchrule = special.MatchRule, menuid = special.MenuId })
            .ToArray();
        return conditional.Length == 0
            ? new { menu = new { button = menu.Button } }
            : new { menu = new { button = menu.Button }, conditionalmenu = conditional };
    }

    private object Delete()
    {
        menus.RemoveAll();
        feed.Announce("menu");
        return PlatformJson.Ok;
    }

    private object ShowCurrent() => menus.DefaultMenu is { } menu
        ? new { is_menu_open = 1, selfmenu_info = new { button = menu.Buttons().Select(Current) } }
        : new { is_menu_open = 0 };

    /// <summary>This call alone puts the inner buttons into a "list".</summary>
    private static Dictionary<string, object> Current(MenuButton button)
    {
        var shown = new Dictionary<string, object> { ["name"] = button.Name };
        if (button.Children.Count > 0)
        {
            shown["sub_button"] = new { list = button.Children.Select(Current) };
            return shown;
        }

        shown["type"] = button.Type;
        (string Field, string Value)[] fields =
            [("key", button.Key), ("url", button.Url), ("media_id", button.MediaId), ("pagepath", button.PagePath)];
        foreach (var (field, value) in fields.Where(field => field.Value.Length > 0)) shown[field] = value;
        return shown;
    }

    private static PlatformRefusal NoMenu() => new(46003, "menu no exist");
}
