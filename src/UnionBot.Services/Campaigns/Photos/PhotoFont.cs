namespace UnionBot.Services.Campaigns.Photos;

/// <summary>The font of marked copies: one with Chinese letters if there is one on this machine, else one with digits.</summary>
/// <param name="File">Null for none at all.</param>
public sealed record PhotoFont(string? File, bool IsChinese)
{
    private const string Folder = "/usr/share/fonts";

    private static readonly string[] Chinese = ["NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "wqy-zenhei.ttc", "wqy-microhei.ttc", "uming.ttc"];
    private static readonly string[] Plain = ["DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Vera.ttf"];

    public static PhotoFont Find(PhotoRules rules)
    {
        if (rules.Font.Length > 0) return new PhotoFont(System.IO.File.Exists(rules.Font) ? rules.Font : null, IsChinese: true);
        if (First(Chinese) is { } font) return new PhotoFont(font, IsChinese: true);
        return new PhotoFont(First(Plain), IsChinese: false);
    }

    private static string? First(string[] names) => Directory.Exists(Folder)
        ? names.Select(name => Directory.EnumerateFiles(Folder, name, SearchOption.AllDirectories).FirstOrDefault()).FirstOrDefault(file => file is not null)
        : null;
}
