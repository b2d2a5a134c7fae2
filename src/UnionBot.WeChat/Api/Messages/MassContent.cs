namespace UnionBot.WeChat.Api;

/// <summary>What a mass send (群发) carries.</summary>
public abstract record MassContent
{
    private protected MassContent(string type)
    {
        Type = type;
    }

    internal string Type { get; }

    internal abstract object Content { get; }

    /// <summary>The kind only.</summary>
    public sealed override string ToString() => GetType().Name;
}

public sealed record MassText(string Text) : MassContent("text")
{
    internal override object Content => new { content = Text };
}

public sealed record MassVoice(string MediaId) : MassContent("voice")
{
    internal override object Content => new { media_id = MediaId };
}

public sealed record MassVideo(string MediaId) : MassContent("mpvideo")
{
    internal override object Content => new { media_id = MediaId };
}

/// <param name="OpenComments">Followers may comment.</param>
public sealed record MassImages(IReadOnlyList<string> MediaIds, string Recommend = "", bool OpenComments = false)
    : MassContent("images")
{
    internal override object Content => new
    {
        media_ids = MediaIds,
        recommend = Recommend,
        need_open_comment = OpenComments ? 1 : 0,
        only_fans_can_comment = 0,
    };
}

/// <summary>The articles of a draft; the send uses the draft up.</summary>
/// <param name="SendIfReprint">Go on when the platform takes an article for a reprint.</param>
public sealed record MassArticles(string MediaId, bool SendIfReprint = false) : MassContent("mpnews")
{
    internal override object Content => new { media_id = MediaId };
}
