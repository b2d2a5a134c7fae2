using UnionBot.Core.Messaging;
using UnionBot.Web.Channels;

namespace UnionBot.Tests.Architecture.Planted;

/// <summary>Planted violation: sends past the ledger.</summary>
internal static class PlantedSender
{
    public static Task<SendFate> SendAsync(IChannel channel, ClaimedMessage message) =>
        channel.SendAsync(message, CancellationToken.None);
}
