using System.Security.Cryptography;
using System.Text;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat.Menus;

/// <summary>A menu as text: to be shown, and to be compared with another one.</summary>
internal static class MenuText
{
    /// <summary>One line for each button, those below another one indented.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<MenuButton> buttons) => buttons.SelectMany(button =>
        Lines(button.SubButtons ?? []).Select(line => "  " + line).Prepend($"{button.Name}{Deed(button)}"));

    /// <returns>"" for no buttons at all.</returns>
    public static string DigestOf(IReadOnlyList<MenuButton> buttons) => buttons.Count == 0
        ? ""
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines(buttons)))));

    private static string Deed(MenuButton button) => button.Type is null
        ? ""
        : $"  [{button.Type} {button.Key ?? button.Url ?? button.MediaId ?? button.ArticleId ?? button.PagePath}]";
}
