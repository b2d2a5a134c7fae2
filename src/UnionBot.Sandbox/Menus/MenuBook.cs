using System.Globalization;
using System.Text.Json;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Tags;

namespace UnionBot.Sandbox.Menus;

/// <summary>The default menu and the conditional ones; the newest that fits a follower is shown.</summary>
internal sealed class MenuBook
{
    private const string Default = "";
    private const string PlatformOfThePhonePage = "2";

    private readonly FollowerBook _followers;
    private readonly TagBook _tags;
    private readonly Table<AccountMenu> _menus;
    private readonly Table<long> _numbers;

    public MenuBook(FollowerBook followers, TagBook tags, Journal journal)
    {
        (_followers, _tags) = (followers, tags);
        _menus = journal.Open<AccountMenu>("menus");
        _numbers = journal.Open<long>("menu-numbers");
    }

    public AccountMenu? DefaultMenu => _menus.Find(Default);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AccountMenu> Conditional =>
    [
        .. _menus.All()
            .Select(menu => menu.Value)
            .Where(menu => menu.MenuId.Length > 0)
            .OrderByDescending(menu => long.Parse(menu.MenuId, CultureInfo.InvariantCulture)),
    ];

    public void SetDefault(JsonElement button) => _menus.Put(Default, new AccountMenu(Default, button, null));

    public string AddConditional(JsonElement button, JsonElement rule)
    {
        var number = Math.Max(_numbers.Find("last"), 400_000_000) + 1;
        _numbers.Put("last", number);
        var id = number.ToString(CultureInfo.InvariantCulture);
        _menus.Put(id, new AccountMenu(id, button, rule));
        return id;
    }

    public bool RemoveConditional(string menuId) => menuId.Length > 0 && _menus.Remove(menuId);

    public void RemoveAll()
    {
        foreach (var (key, _) in _menus.All()) _menus.Remove(key);
    }

    /// <summary>What this follower sees; null when there is no menu.</summary>
    public AccountMenu? For(int follower) =>
        Conditional.FirstOrDefault(menu => Fits(menu.MatchRule!.Value, follower)) ?? DefaultMenu;

    private bool Fits(JsonElement rule, int follower)
    {
        var platform = rule.Text("client_platform_type");
        if (platform.Length > 0 && platform != PlatformOfThePhonePage) return false;

        var tag = rule.Text("tag_id");
        return tag.Length == 0 || (_tags.Find(tag) is { } found && _followers[follower].HasTag(found.Bit));
    }
}
