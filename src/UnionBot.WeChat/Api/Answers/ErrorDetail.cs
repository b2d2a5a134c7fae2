using System.Text.RegularExpressions;

namespace UnionBot.WeChat.Api;

/// <summary>The parts of an error message that help and name nobody; the message itself is never kept.</summary>
/// <param name="RequestId">The platform's id of the failed request (rid), for its support.</param>
/// <param name="Field">The field of a template that was refused, such as thing2.</param>
/// <param name="CallerIp">Our address as the platform saw it, to be entered in its white list.</param>
public sealed partial record ErrorDetail(string? RequestId, string? Hint, string? Field, string? CallerIp)
{
    public static readonly ErrorDetail None = new(null, null, null, null);

    /// <summary>Picks the harmless parts out of an error message.</summary>
    internal static ErrorDetail From(int errorCode, string? message)
    {
        if (string.IsNullOrEmpty(message)) return None;

        // Only these errors are about our own address; elsewhere an address could be a person's.
        var namesOurAddress = errorCode is 40164 or 61004 or 45035;
        return new ErrorDetail(
            Part(Rid(), message),
            Part(HintPattern(), message),
            Part(FieldPattern(), message),
            namesOurAddress ? Part(Ip(), message) : null);
    }

    private static string? Part(Regex pattern, string message) =>
        pattern.Match(message) is { Success: true } match ? match.Groups["part"].Value : null;

    [GeneratedRegex(@"\brid:\s*(?<part>[0-9A-Za-z-]{1,64})", RegexOptions.CultureInvariant)]
    private static partial Regex Rid();

    [GeneratedRegex(@"\bhint:\s*\[(?<part>[0-9A-Za-z_.!-]{1,64})\]", RegexOptions.CultureInvariant)]
    private static partial Regex HintPattern();

    [GeneratedRegex(@"\bdata\.(?<part>[0-9A-Za-z_]{1,32})\.value\b", RegexOptions.CultureInvariant)]
    private static partial Regex FieldPattern();

    [GeneratedRegex(
        @"(?<part>\b\d{1,3}(\.\d{1,3}){3}\b|\b[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Ip();
}
