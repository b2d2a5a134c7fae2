namespace UnionBot.WeChat.Messages.Writing;

/// <summary>The part of a reply that differs by kind.</summary>
internal static class ReplyBody
{
    public static void Write(ReplyDocument document, PassiveReply reply)
    {
        switch (reply)
        {
            case TextReply text:
                document.Text("MsgType", "text");
                document.Text("Content", text.Content);
                break;
            case ImageReply image:
                Media(document, "image", "Image", image.MediaId);
                break;
            case VoiceReply voice:
                Media(document, "voice", "Voice", voice.MediaId);
                break;
            case VideoReply video:
                Video(document, video);
                break;
            case MusicReply music:
                Music(document, music);
                break;
            case NewsReply news:
                News(document, news);
                break;
            case TransferToStaffReply transfer:
                Transfer(document, transfer);
                break;
        }
    }

    private static void Media(ReplyDocument document, string type, string holder, string mediaId)
    {
        document.Text("MsgType", type);
        document.Begin(holder);
        document.Text("MediaId", mediaId);
        document.End(holder);
    }

    private static void Video(ReplyDocument document, VideoReply video)
    {
        document.Text("MsgType", "video");
        document.Begin("Video");
        document.Text("MediaId", video.MediaId);
        document.Text("Title", video.Title);
        document.Text("Description", video.Description);
        document.End("Video");
    }

    private static void Music(ReplyDocument document, MusicReply music)
    {
        document.Text("MsgType", "music");
        document.Begin("Music");
        document.Text("Title", music.Title);
        document.Text("Description", music.Description);
        document.Text("MusicUrl", music.MusicUrl);
        document.Text("HQMusicUrl", music.HighQualityMusicUrl);
        document.Text("ThumbMediaId", music.ThumbMediaId);
        document.End("Music");
    }

    private static void News(ReplyDocument document, NewsReply news)
    {
        document.Text("MsgType", "news");
        document.Number("ArticleCount", news.Articles.Count);
        document.BeginItems("Articles");
        foreach (var article in news.Articles)
        {
            document.BeginItem();
            document.Text("Title", article.Title);
            document.Text("Description", article.Description);
            document.Text("PicUrl", article.PicUrl);
            document.Text("Url", article.Url);
            document.EndItem();
        }

        document.EndItems("Articles");
    }

    private static void Transfer(ReplyDocument document, TransferToStaffReply transfer)
    {
        document.Text("MsgType", "transfer_customer_service");
        if (transfer.KfAccount is null) return;

        document.Begin("TransInfo");
        document.Text("KfAccount", transfer.KfAccount);
        document.End("TransInfo");
    }
}
