namespace UnionBot.Web.Channels.WebChat;

/// <summary>What the page shows next: plain texts, which it never treats as HTML.</summary>
/// <param name="Later">True when an answer is still to come and the page should ask again.</param>
/// <param name="Problem">Why nothing was taken in, for which the page has the words; null when all is well.</param>
internal sealed record WebChatAnswer(IReadOnlyList<string> Texts, bool Later = false, string? Problem = null)
{
    public static WebChatAnswer Failed(string problem) => new([], Problem: problem);
}
