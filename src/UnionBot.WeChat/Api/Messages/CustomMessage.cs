namespace UnionBot.WeChat.Api;

/// <summary>A custom message (客服消息) to one person, within the platform's window after their last contact.</summary>
public abstract record CustomMessage
{
    private protected CustomMessage(string type)
    {
        Type = type;
    }

    internal string Type { get; }

    internal abstract object Content { get; }

    /// <summary>The kind only: what is said to people must not get into a log by way of a format string.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>Text of at most 2,048 bytes; see <see cref="Messages.TextLimit"/>.</summary>
public sealed record CustomText(string Text) : CustomMessage("text")
{
    internal override object Content => new { content = Text };
}

public sealed record CustomImage(string MediaId) : CustomMessage("image")
{
    internal override object Content => new { media_id = MediaId };
}

public sealed record CustomVoice(string MediaId) : CustomMessage("voice")
{
    internal override object Content => new { media_id = MediaId };
}

public sealed record CustomVideo(string MediaId, string ThumbMediaId, string Title = "", string Description = "")
    : CustomMessage("video")
{
    internal override object Content =>
        new { media_id = MediaId, thumb_media_id = ThumbMediaId, title = Title, description = Description };
}

public sealed record CustomMusic(
    string ThumbMediaId, string MusicUrl, string HighQualityMusicUrl, string Title = "", string Description = "")
    : CustomMessage("music")
{
    internal override object Content => new
    {
        title = Title,
        description = Description,
        musicurl = MusicUrl,
        hqmusicurl = HighQualityMusicUrl,
        thumb_media_id = ThumbMediaId,
    };
}

/// <summary>A card that opens a page; the platform allows one.</summary>
public sealed record CustomNews(string Title, string Description, string Url, string PicUrl) : CustomMessage("news")
{
    internal override object Content =>
        new { articles = new[] { new { title = Title, description = Description, url = Url, picurl = PicUrl } } };
}

/// <summary>An article published by the account.</summary>
public sealed record CustomArticle(string ArticleId) : CustomMessage("mpnewsarticle")
{
    internal override object Content => new { article_id = ArticleId };
}

/// <summary>A question with choices that can be tapped; a tap comes back as a text with its id.</summary>
public sealed record CustomMenu(string Head, IReadOnlyList<CustomMenuItem> Items, string Tail = "") : CustomMessage("msgmenu")
{
    internal override object Content => new
    {
        head_content = Head,
        list = Items.Select(item => new { id = item.Id, content = item.Text }).ToArray(),
        tail_content = Tail,
    };
}

/// <summary>One choice of a <see cref="CustomMenu"/>.</summary>
public sealed record CustomMenuItem(string Id, string Text);

public sealed record CustomCard(string CardId) : CustomMessage("wxcard")
{
    internal override object Content => new { card_id = CardId };
}

public sealed record CustomMiniProgram(string Title, string AppId, string PagePath, string ThumbMediaId)
    : CustomMessage("miniprogrampage")
{
    internal override object Content =>
        new { title = Title, appid = AppId, pagepath = PagePath, thumb_media_id = ThumbMediaId };
}
