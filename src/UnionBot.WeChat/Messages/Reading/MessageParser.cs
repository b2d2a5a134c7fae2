namespace UnionBot.WeChat.Messages.Reading;

/// <summary>The messages people send.</summary>
internal static class MessageParser
{
    public static Push? Parse(string type, PushHeader header, PushFields fields) => type.ToLowerInvariant() switch
    {
        "text" => new TextMessage(header, fields.Text("Content"), fields.TextOrNull("bizmsgmenuid")),
        "image" => new ImageMessage(header, fields.Text("MediaId"), fields.Text("PicUrl")),
        "voice" => new VoiceMessage(
            header,
            fields.Text("MediaId"),
            fields.Text("Format"),
            fields.TextOrNull("Recognition"),
            fields.TextOrNull("MediaId16K")),
        "video" => Video(header, fields, isShort: false),
        "shortvideo" => Video(header, fields, isShort: true),
        "location" => new LocationMessage(
            header,
            fields.Degrees("Location_X"),
            fields.Degrees("Location_Y"),
            fields.Number("Scale"),
            fields.Text("Label")),
        "link" => new LinkMessage(header, fields.Text("Title"), fields.Text("Description"), fields.Text("Url")),
        "file" => new FileMessage(
            header,
            fields.Text("Title"),
            fields.Text("Description"),
            fields.Text("FileKey"),
            fields.Text("FileMd5"),
            fields.LongNumber("FileTotalLen")),
        _ => null,
    };

    private static VideoMessage Video(PushHeader header, PushFields fields, bool isShort) =>
        new(header, fields.Text("MediaId"), fields.Text("ThumbMediaId"), isShort);
}
