namespace UnionBot.WeChat.Messages.Reading;

/// <summary>Taps on the account's menu.</summary>
internal static class MenuEventParser
{
    public static Push? Parse(PushHeader header, PushFields fields) => header.EventName switch
    {
        "click" => new ClickEvent(header),
        "view" => new ViewEvent(header, fields.TextOrNull("MenuId")),
        "view_miniprogram" => new ViewMiniProgramEvent(header, fields.TextOrNull("MenuId")),
        "scancode_push" => ScanCode(header, fields.Child("ScanCodeInfo"), waits: false),
        "scancode_waitmsg" => ScanCode(header, fields.Child("ScanCodeInfo"), waits: true),
        "pic_sysphoto" or "pic_photo_or_album" or "pic_weixin" => Pictures(header, fields.Child("SendPicsInfo")),
        "location_select" => Place(header, fields.Child("SendLocationInfo")),
        _ => null,
    };

    private static ScanCodeEvent ScanCode(PushHeader header, PushFields info, bool waits) =>
        new(header, info.Text("ScanType"), info.Text("ScanResult"), waits);

    private static PicturesEvent Pictures(PushHeader header, PushFields info)
    {
        // JSON may put the pictures into an array without "item".
        var list = info.All("PicList").ToArray();
        var items = list.SelectMany(entry => entry.All("item")).ToArray();
        var sums = (items.Length > 0 ? items : list).Select(item => item.Text("PicMd5Sum")).Where(sum => sum.Length > 0);
        return new PicturesEvent(header, info.Number("Count") ?? 0, [.. sums]);
    }

    private static LocationSelectEvent Place(PushHeader header, PushFields info) => new(
        header,
        info.Degrees("Location_X"),
        info.Degrees("Location_Y"),
        info.Number("Scale"),
        info.Text("Label"),
        info.Text("Poiname"));
}
