namespace UnionBot.WeChat.Messages;

/// <summary>Somebody followed the account.</summary>
/// <param name="Scene">The scene of the QR code that was scanned, without <c>qrscene_</c>; null when none was.</param>
/// <param name="Ticket">The QR code's ticket.</param>
/// <param name="LastTradeNo">Set when the follow came after a payment.</param>
public sealed record SubscribeEvent(PushHeader Header, string? Scene, string? Ticket, string? LastTradeNo)
    : EventPush(Header);

/// <summary>Somebody no longer follows: send nothing more, no reply is possible.</summary>
public sealed record UnsubscribeEvent(PushHeader Header) : EventPush(Header);

/// <summary>A follower scanned one of the account's QR codes.</summary>
public sealed record ScanEvent(PushHeader Header, string Scene, string? Ticket) : EventPush(Header);

/// <summary>The position reported on entering the chat, in degrees: sensitive, drop it unless it was asked for.</summary>
/// <param name="Precision">In metres, as the platform estimates it.</param>
public sealed record PositionEvent(PushHeader Header, double? Latitude, double? Longitude, double? Precision)
    : EventPush(Header);
