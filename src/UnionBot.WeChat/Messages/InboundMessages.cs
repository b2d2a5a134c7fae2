namespace UnionBot.WeChat.Messages;

/// <summary>A text.</summary>
/// <param name="Content">May be empty or blank.</param>
/// <param name="MenuItemId">The item of a menu message (msgmenu) that was tapped; null when typed.</param>
public sealed record TextMessage(PushHeader Header, string Content, string? MenuItemId = null) : MessagePush(Header);

/// <summary>A photo; its media id dies after three days.</summary>
public sealed record ImageMessage(PushHeader Header, string MediaId, string PicUrl) : MessagePush(Header);

/// <summary>A voice message.</summary>
/// <param name="Format">amr or speex.</param>
/// <param name="Recognition">The platform's transcript; null for most accounts.</param>
/// <param name="MediaId16K">A copy in better quality, if any.</param>
public sealed record VoiceMessage(
    PushHeader Header, string MediaId, string Format, string? Recognition, string? MediaId16K) : MessagePush(Header);

/// <summary>A video or short video.</summary>
public sealed record VideoMessage(PushHeader Header, string MediaId, string ThumbMediaId, bool IsShort)
    : MessagePush(Header);

/// <summary>A place the person chose to send, in GCJ-02 degrees; null = not readable.</summary>
public sealed record LocationMessage(
    PushHeader Header, double? Latitude, double? Longitude, int? Scale, string Label) : MessagePush(Header);

/// <summary>A shared link.</summary>
public sealed record LinkMessage(PushHeader Header, string Title, string Description, string Url) : MessagePush(Header);

/// <summary>A file; the platform offers no way to download it.</summary>
/// <param name="Length">In bytes; null = not given.</param>
public sealed record FileMessage(
    PushHeader Header, string Title, string Description, string FileKey, string FileMd5, long? Length)
    : MessagePush(Header);
