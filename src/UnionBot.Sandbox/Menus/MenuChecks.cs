using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UnionBot.Sandbox.Api;

namespace UnionBot.Sandbox.Menus;

/// <summary>The platform's rules for the buttons of a menu.</summary>
internal static partial class MenuChecks
{
    private static readonly string[] TypesWithKey =
    [
        "click", "scancode_push", "scancode_waitmsg", "pic_sysphoto", "pic_photo_or_album", "pic_weixin", "location_select",
    ];

    private static readonly string[] TypesWithoutKey =
        ["view", "miniprogram", "media_id", "article_id", "article_view_limited", "view_limited"];

    /// <exception cref="PlatformRefusal">40015 to 40027, 40033, 40054 or 40055.</exception>
    public static void Check(PlatformCall call)
    {
        if (EscapesChinese(call.Raw))
            throw new PlatformRefusal(40033, "invalid charset. please check your request, if include \\uxxxx");

        var buttons = call.Body.Items("button").Select(MenuButton.Read).ToArray();
        if (buttons.Length is 0 or > 3) throw new PlatformRefusal(40016, "invalid button size");
        foreach (var button in buttons) CheckTop(button);
    }

    private static void CheckTop(MenuButton button)
    {
        if (Bytes(button.Name) is 0 or > 16) throw new PlatformRefusal(40018, "invalid button name size");
        if (button.Children.Count > 5) throw new PlatformRefusal(40023, "invalid sub button size");
        if (button.Children.Count == 0)
        {
            CheckAction(button, isTop: true);
            return;
        }

        foreach (var child in button.Children)
        {
            if (Bytes(child.Name) is 0 or > 60) throw new PlatformRefusal(40025, "invalid sub button name size");
            if (child.Children.Count > 0) throw new PlatformRefusal(40022, "invalid sub menu level");
            CheckAction(child, isTop: false);
        }
    }

    private static void CheckAction(MenuButton button, bool isTop)
    {
        if (!TypesWithKey.Contains(button.Type) && !TypesWithoutKey.Contains(button.Type))
            throw new PlatformRefusal(isTop ? 40017 : 40024, "invalid button type");
        if (TypesWithKey.Contains(button.Type) && Bytes(button.Key) is 0 or > 128)
            throw new PlatformRefusal(isTop ? 40019 : 40026, "invalid button key size");
        if (button.Type is not ("view" or "miniprogram")) return;

        if (Bytes(button.Url) is 0 or > 1024)
            throw new PlatformRefusal(isTop ? 40020 : 40027, "invalid button url size");
        if (!Uri.TryCreate(button.Url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new PlatformRefusal(isTop ? 40055 : 40054, "invalid button url domain");
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>
    /// Chinese must come as UTF-8; half an emoji (a surrogate) is let pass, since many writers cannot help it.
    /// </summary>
    private static bool EscapesChinese(ReadOnlySpan<byte> raw)
    {
        foreach (Match escape in Escapes().Matches(Encoding.UTF8.GetString(raw)))
        {
            var code = int.Parse(escape.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (code > 0x7F && !char.IsSurrogate((char)code)) return true;
        }

        return false;
    }

    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}")]
    private static partial Regex Escapes();
}
