using UnionBot.Core.Messaging;

namespace UnionBot.Web.Channels.WebChat;

internal static class WebChatServices
{
    public static void AddWebChat(this IServiceCollection services)
    {
        services.AddSingleton<IChannel, WebChatChannel>();
        services.AddSingleton<UrgentMessages>();

        // A page has room for any answer.
        services.AddSingleton(new ChannelRules(WebChatChannel.ChannelName, int.MaxValue, (text, _) => (text, null)));
    }
}
