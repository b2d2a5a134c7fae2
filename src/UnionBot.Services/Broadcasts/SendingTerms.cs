using UnionBot.Core.Messaging;

namespace UnionBot.Services.Broadcasts;

/// <summary>What a broadcast is to the rules of sending and to the ledger.</summary>
internal static class SendingTerms
{
    public static MessageKind Of(BroadcastPurpose purpose) => purpose switch
    {
        BroadcastPurpose.Campaign => MessageKind.Broadcast,
        BroadcastPurpose.Service => MessageKind.CaseProgress,
        BroadcastPurpose.Warning => MessageKind.Warning,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    public static SendRoute Of(BroadcastRoute route) => route switch
    {
        BroadcastRoute.Mass => SendRoute.Mass,
        BroadcastRoute.Notice => SendRoute.Notice,
        BroadcastRoute.Template => SendRoute.Template,
        BroadcastRoute.Custom => SendRoute.Custom,
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, null),
    };
}
