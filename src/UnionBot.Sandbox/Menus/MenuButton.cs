using System.Text.Json;
using UnionBot.Sandbox.Api;

namespace UnionBot.Sandbox.Menus;

/// <summary>A button of the account's menu; what does not belong to its type is empty.</summary>
internal sealed record MenuButton(
    string Type,
    string Name,
    string Key,
    string Url,
    string MediaId,
    string PagePath,
    IReadOnlyList<MenuButton> Children)
{
    public static MenuButton Read(JsonElement json) => new(
        json.Text("type"),
        json.Text("name"),
        json.Text("key"),
        json.Text("url"),
        json.Text("media_id"),
        json.Text("pagepath"),
        [.. json.Items("sub_button").Select(Read)]);

    /// <summary>This button and those below it.</summary>
    public IEnumerable<MenuButton> All() => Children.SelectMany(child => child.All()).Prepend(this);
}
