namespace UnionBot.WeChat.Messages.Reading;

/// <summary>Following, scanning, position.</summary>
internal static class FollowEventParser
{
    private const string ScenePrefix = "qrscene_";
    private const string TradePrefix = "last_trade_no_";

    public static Push? Parse(PushHeader header, PushFields fields) => header.EventName switch
    {
        "subscribe" => new SubscribeEvent(
            header,
            Behind(ScenePrefix, header.EventKey),
            fields.TextOrNull("Ticket"),
            Behind(TradePrefix, header.EventKey)),
        "unsubscribe" => new UnsubscribeEvent(header),
        "scan" => new ScanEvent(
            header, Behind(ScenePrefix, header.EventKey) ?? header.EventKey, fields.TextOrNull("Ticket")),
        "location" => new PositionEvent(
            header, fields.Degrees("Latitude"), fields.Degrees("Longitude"), fields.Degrees("Precision")),
        _ => null,
    };

    private static string? Behind(string prefix, string key) =>
        key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;
}
