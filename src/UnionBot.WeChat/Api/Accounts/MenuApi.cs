using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>The account's menu and its conditional variants; phones show a change within about five minutes.</summary>
public sealed class MenuApi
{
    private readonly ApiTransport _transport;

    internal MenuApi(ApiTransport transport)
    {
        _transport = transport;
    }

    public Task<SendOutcome> CreateAsync(IReadOnlyList<MenuButton> buttons, CancellationToken ct = default) =>
        _transport.CallAsync(Post("/cgi-bin/menu/create", new { button = Write(buttons) }), ct);

    public Task<ApiAnswer<AccountMenus>> GetAsync(CancellationToken ct = default) => _transport.CallAsync(
        ApiCall.Get("/cgi-bin/menu/get") with { Kind = ApiKind.Account },
        answer => new AccountMenus(
            Read(answer.Child("menu"), "button"),
            [.. answer.Items("conditionalmenu").Select(menu => new ConditionalMenu(
                menu.Text("menuid"),
                Read(menu, "button"),
                Rule(menu.Child("matchrule"))))]),
        ct);

    /// <summary>The menu that people see, whether a program or somebody in the back office made it.</summary>
    public Task<ApiAnswer<CurrentMenu>> CurrentAsync(CancellationToken ct = default) => _transport.CallAsync(
        ApiCall.Get("/cgi-bin/get_current_selfmenu_info") with { Kind = ApiKind.Account },
        answer => new CurrentMenu(answer.Number("is_menu_open") == 1 ? Read(answer.Child("selfmenu_info"), "button") : []),
        ct);

    /// <summary>Removes the menu and all conditional ones.</summary>
    public Task<SendOutcome> DeleteAsync(CancellationToken ct = default) =>
        _transport.CallAsync(ApiCall.Get("/cgi-bin/menu/delete") with { Kind = ApiKind.Account }, ct);

    /// <summary>Adds a variant for some people; there must be an ordinary menu. The newest that fits is shown.</summary>
    public Task<ApiAnswer<MenuCreated>> AddConditionalAsync(
        IReadOnlyList<MenuButton> buttons, MenuRule rule, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var body = new
        {
            button = Write(buttons),
            matchrule = new { tag_id = rule.TagId, client_platform_type = rule.ClientPlatform },
        };
        return _transport.CallAsync(
            Post("/cgi-bin/menu/addconditional", body) with { Repeatable = false },
            answer => answer.TextOrNull("menuid") is { } id ? new MenuCreated(id) : null,
            ct);
    }

    public Task<SendOutcome> DeleteConditionalAsync(string menuId, CancellationToken ct = default) =>
        _transport.CallAsync(Post("/cgi-bin/menu/delconditional", new { menuid = menuId }), ct);

    /// <summary>What one person would see.</summary>
    public Task<ApiAnswer<MatchedMenu>> TryMatchAsync(string openId, CancellationToken ct = default) => _transport.CallAsync(
        Post("/cgi-bin/menu/trymatch", new { user_id = openId }) with { Kind = ApiKind.Person },
        answer => new MatchedMenu(Read(Holder(answer), "button")),
        ct);

    // The buttons stand at the top of the answer, by some accounts inside "menu".
    private static JsonElement Holder(JsonElement answer) =>
        answer.Child("menu") is { ValueKind: JsonValueKind.Object } menu ? menu : answer;

    private static ApiCall Post(string path, object body) =>
        ApiCall.Post(path, body) with { Repeatable = true, Kind = ApiKind.Account };

    private static object[] Write(IReadOnlyList<MenuButton> buttons) => [.. buttons.Select(Write)];

    private static object Write(MenuButton button) => new
    {
        type = button.Type,
        name = button.Name,
        key = button.Key,
        url = button.Url,
        media_id = button.MediaId,
        article_id = button.ArticleId,
        appid = button.AppId,
        pagepath = button.PagePath,
        sub_button = button.SubButtons is null ? null : Write(button.SubButtons),
    };

    private static MenuButton[] Read(JsonElement holder, string name) => [.. holder.Items(name).Select(Read)];

    // One call puts the inner buttons into an array, another one level deeper.
    private static MenuButton[] Inner(JsonElement button) => button.Child("sub_button") is { ValueKind: JsonValueKind.Object } deeper
        ? Read(deeper, "list")
        : Read(button, "sub_button");

    private static MenuButton Read(JsonElement button) => new(
        button.TextOrNull("type"),
        button.Text("name"),
        button.TextOrNull("key"),
        button.TextOrNull("url"),
        button.TextOrNull("media_id"),
        button.TextOrNull("article_id"),
        button.TextOrNull("appid"),
        button.TextOrNull("pagepath"),
        Inner(button) is { Length: > 0 } inner ? inner : null);

    private static MenuRule Rule(JsonElement rule) =>
        new((int?)(rule.Number("tag_id") ?? rule.Number("group_id")), (int?)rule.Number("client_platform_type"));
}
