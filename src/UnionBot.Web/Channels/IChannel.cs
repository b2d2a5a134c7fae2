using UnionBot.Core.Messaging;

namespace UnionBot.Web.Channels;

/// <summary>A way to reach people. Only <see cref="OutboxSender"/> sends by it, so that every message is in the ledger.</summary>
internal interface IChannel
{
    /// <summary>Stored name: <c>wechat</c> or <c>web</c>.</summary>
    string Name { get; }

    /// <summary>Tries once to send. Never throws for what the platform answers or fails to answer.</summary>
    Task<SendFate> SendAsync(ClaimedMessage message, CancellationToken ct);
}
