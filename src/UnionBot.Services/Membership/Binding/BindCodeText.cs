namespace UnionBot.Services.Membership.Binding;

/// <summary>Reads the code that staff issued: 8 characters, in either case, with blanks or a hyphen between.</summary>
internal static class BindCodeText
{
    private static readonly string[] Titles = ["绑定码", "绑定"];

    /// <returns>The code in its one form; null when the text is none.</returns>
    public static string? Read(string text)
    {
        var title = Array.Find(Titles, title => text.StartsWith(title, StringComparison.Ordinal)) ?? "";
        var bare = text[title.Length..];
        var code = string.Concat(bare.Where(c => c is not (' ' or '-' or ':' or '：' or '是'))).ToUpperInvariant();
        return code.Length == BindCode.Length && code.All(c => BindCode.Characters.Contains(c, StringComparison.Ordinal))
            ? code
            : null;
    }
}
