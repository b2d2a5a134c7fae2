using System.Text.Json;

namespace UnionBot.Sandbox.Menus;

/// <summary>A menu as it was created.</summary>
/// <param name="MenuId">Empty for the default menu.</param>
/// <param name="MatchRule">Who sees it; null for the default menu.</param>
internal sealed record AccountMenu(string MenuId, JsonElement Button, JsonElement? MatchRule)
{
    public IReadOnlyList<MenuButton> Buttons() => [.. Button.EnumerateArray().Select(MenuButton.Read)];
}
