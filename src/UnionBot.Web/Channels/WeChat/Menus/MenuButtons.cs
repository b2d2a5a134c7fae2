using UnionBot.Chat.Understanding;
using UnionBot.Web.Setup.Settings;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat.Menus;

/// <summary>Makes of the menu's data the platform's buttons.</summary>
internal sealed class MenuButtons(AccountMenu menu, SiteOptions site, DemoOptions demo)
{
    /// <summary>Pages are left out while nobody outside could open them, and a group without entries with them.</summary>
    public IReadOnlyList<MenuButton> All => Of(menu.Entries);

    private bool HasPages => site.PublicUrl.Length > 0 || demo.Enabled;

    private MenuButton[] Of(IReadOnlyList<MenuEntry> entries) =>
        [.. entries.Select(Of).OfType<MenuButton>()];

    private MenuButton? Of(MenuEntry entry)
    {
        if (entry.Opens is { } key) return MenuButton.Click(entry.Name, key);
        if (entry.Page is { } page)
            return HasPages ? MenuButton.View(entry.Name, new Uri(site.LinkBase, page).AbsoluteUri) : null;

        return Of(entry.Entries) is { Length: > 0 } inner ? MenuButton.Group(entry.Name, inner) : null;
    }
}
