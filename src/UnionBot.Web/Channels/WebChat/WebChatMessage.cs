using System.Globalization;

namespace UnionBot.Web.Channels.WebChat;

/// <summary>What the page sends when the visitor writes.</summary>
/// <param name="Text">The words, as typed.</param>
/// <param name="Id">
/// Made by the page for each message, so that one sent twice has one effect: when it was sent by the page's clock, which it
/// sets by ours (milliseconds since 1970, UTC), a hyphen and something random. The time is part of the name, so that no
/// repeat can bring another.
/// </param>
internal sealed record WebChatMessage(string Text, string Id)
{
    private const int LongestText = 2000;
    private const int LongestId = 64;
    private const long Latest = 4_102_444_800_000;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <returns>What is wrong with it, by a name that the page has words for; null when nothing is.</returns>
    public string? Fault(DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(Text) ? "empty" :
        Text.Length > LongestText ? "too-long" :
        Id is not { Length: <= LongestId } || (SentAt - now).Duration() > Tolerance ? "expired" :
        null;

    public DateTimeOffset SentAt => DateTimeOffset.FromUnixTimeMilliseconds(
        long.TryParse(Id.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? Math.Min(at, Latest) : 0);
}
