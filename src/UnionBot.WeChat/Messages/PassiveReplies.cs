namespace UnionBot.WeChat.Messages;

/// <summary>The one answer that can be given to a push within its five seconds.</summary>
public abstract record PassiveReply
{
    private protected PassiveReply() { }

    /// <summary>The kind only: what is said to people must not get into a log by way of a format string.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>Text; cut it to <see cref="TextLimit.MaxBytes"/> before, or the person sees an error of the platform.</summary>
public sealed record TextReply(string Content) : PassiveReply;

/// <summary>A picture uploaded before; no GIF.</summary>
public sealed record ImageReply(string MediaId) : PassiveReply;

/// <summary>A voice message uploaded before.</summary>
public sealed record VoiceReply(string MediaId) : PassiveReply;

/// <summary>A video uploaded before.</summary>
public sealed record VideoReply(string MediaId, string Title = "", string Description = "") : PassiveReply;

/// <summary>Music from an address of ours; the picture must be uploaded before.</summary>
public sealed record MusicReply(
    string ThumbMediaId, string MusicUrl, string HighQualityMusicUrl = "", string Title = "", string Description = "")
    : PassiveReply;

/// <summary>One to eight article cards (图文); see <see cref="MostFor"/>.</summary>
public sealed record NewsReply : PassiveReply
{
    private const int MostToEvents = 8;

    /// <exception cref="ArgumentException">There are no articles, or more than eight.</exception>
    public NewsReply(params IReadOnlyList<NewsArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        if (articles.Count is < 1 or > MostToEvents)
        {
            throw new ArgumentException("A news reply holds one to eight articles.", nameof(articles));
        }

        Articles = articles;
    }

    public IReadOnlyList<NewsArticle> Articles { get; }

    /// <summary>How many articles the platform shows in answer to this push: one to what people send, eight to events.</summary>
    public static int MostFor(Push push) => push is EventPush ? MostToEvents : 1;
}

/// <summary>One card of a <see cref="NewsReply"/>.</summary>
public sealed record NewsArticle(string Title, string Description, string PicUrl, string Url);

/// <summary>Hands the person to the platform's own customer service.</summary>
/// <param name="KfAccount">Must be online, or the person waits unserved; null = whoever is.</param>
public sealed record TransferToStaffReply(string? KfAccount = null) : PassiveReply;
