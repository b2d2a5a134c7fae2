namespace UnionBot.WeChat.Messages;

/// <summary>A menu button with a key was tapped; the key is <see cref="EventPush.EventKey"/>.</summary>
public sealed record ClickEvent(PushHeader Header) : EventPush(Header);

/// <summary>A menu button opened a page.</summary>
/// <param name="MenuId">The conditional menu, if one was shown.</param>
public sealed record ViewEvent(PushHeader Header, string? MenuId) : EventPush(Header)
{
    public string Url => EventKey;
}

/// <summary>A menu button opened a mini program.</summary>
public sealed record ViewMiniProgramEvent(PushHeader Header, string? MenuId) : EventPush(Header)
{
    public string PagePath => EventKey;
}

/// <summary>A code was scanned from a menu button.</summary>
/// <param name="WaitsForReply">The phone shows a "receiving" box until a reply comes (scancode_waitmsg).</param>
public sealed record ScanCodeEvent(PushHeader Header, string ScanType, string ScanResult, bool WaitsForReply)
    : EventPush(Header);

/// <summary>Pictures were chosen from a menu button; they follow as image messages of their own.</summary>
/// <param name="Md5Sums">One hash for each picture.</param>
public sealed record PicturesEvent(PushHeader Header, int Count, IReadOnlyList<string> Md5Sums) : EventPush(Header);

/// <summary>A place was chosen from a menu button; a location message follows. Degrees in GCJ-02.</summary>
public sealed record LocationSelectEvent(
    PushHeader Header, double? Latitude, double? Longitude, int? Scale, string Label, string PoiName)
    : EventPush(Header);
