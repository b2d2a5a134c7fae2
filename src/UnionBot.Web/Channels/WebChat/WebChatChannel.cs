using UnionBot.Core.Messaging;

namespace UnionBot.Web.Channels.WebChat;

/// <summary>Nothing can be pushed to a page that may be closed: a message waits until the page asks, or the visitor writes.</summary>
internal sealed class WebChatChannel : IChannel
{
    public const string ChannelName = "web";

    public string Name => ChannelName;

    public Task<SendFate> SendAsync(ClaimedMessage message, CancellationToken ct) =>
        Task.FromResult(new SendFate(OutboundStatus.HeldForContact));
}
