using UnionBot.Core.Media;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>The kinds of picture that are looked at, by what their first bytes say; each is named to the program, which guesses nothing.</summary>
internal static class PhotoType
{
    public const string Jpeg = "jpeg";

    /// <returns>The program's name of the format; null for anything else.</returns>
    public static string? Of(ReadOnlySpan<byte> content) => ContentSniffer.TypeOf(content) switch
    {
        "image/jpeg" => Jpeg,
        "image/png" => "png",
        "image/webp" => "webp",
        _ => null,
    };
}
