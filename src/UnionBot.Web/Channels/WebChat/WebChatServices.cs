using UnionBot.Core.Messaging;

namespace UnionBot.Web.Channels.WebChat;

internal static class WebChatServices
{
    public static void AddWebChat(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Not Always: that refuses to show the page on http://127.0.0.1, where the demo runs.
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddRateLimiter(options =>
        {
            options.AddWebChat();
            options.OnRejected = WebChatLimits.RejectAsync;
        });
        services.AddSingleton<IChannel, WebChatChannel>();

        // A page has room for any answer.
        services.AddSingleton(new ChannelRules(WebChatChannel.ChannelName, int.MaxValue, (text, _) => (text, null)));
    }
}
