using UnionBot.Core.Messaging;
using UnionBot.Web.Setup.Settings;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Registers the official account; without one the bot is reached on <c>/chat</c> only.</summary>
internal static class WeChatServices
{
    public static void AddWeChat(this IServiceCollection services, WeChatOptions account)
    {
        services.AddSingleton(new ChannelRules(PushDelivery.Channel, TextLimit.MaxBytes, Cut));
        if (!account.HasAccount) return;

        services.AddSingleton(new WeChatKeys(
            account.AppId,
            account.Token,
            account.EncodingAESKey,
            account.Mode,
            account.PreviousToken,
            account.PreviousEncodingAESKey,
            account.OriginalId));
        services.AddSingleton<PushReader>();
        services.AddSingleton<PushHandler>();
        services.AddSingleton<WeChatWebhook>();
    }

    public static void MapWeChat(this IEndpointRouteBuilder routes) =>
        routes.ServiceProvider.GetService<WeChatWebhook>()?.Map(routes);

    private static (string Head, string? Left) Cut(string text, int maxBytes)
    {
        var cut = TextLimit.Cut(text, maxBytes);
        return (cut.Head, cut.Rest.Length == 0 ? null : cut.Rest);
    }
}
