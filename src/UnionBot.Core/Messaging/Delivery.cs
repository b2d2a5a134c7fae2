using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>A message as a channel hands it in, verified and read.</summary>
/// <param name="Channel">Stored name of the channel: <c>wechat</c> or <c>web</c>.</param>
/// <param name="Address">The person's address on the channel; for WeChat the openid.</param>
/// <param name="Key">What the platform knows the message by; the same again when a delivery is repeated.</param>
/// <param name="SentAt">The platform's time of the message; UTC.</param>
public sealed record Delivery(string Channel, string Address, string Key, DateTimeOffset SentAt, InputKind Kind)
{
    /// <summary>The words as the platform gave them; "" when nothing was written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The key of a menu entry or the scene of a QR code; null for everything else.</summary>
    public string? Tap { get; init; }

    /// <summary>Where the person is or points to; null unless a location was sent.</summary>
    public GeoPoint? Place { get; init; }

    /// <summary>The platform's id of a photo, voice or video, valid for three days; null when there is none.</summary>
    public string? MediaId { get; init; }
}
