using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Web.Channels.WeChat.Checks;
using UnionBot.Web.Channels.WeChat.Events;
using UnionBot.Web.Channels.WeChat.Menus;
using UnionBot.Web.Setup.Health;
using UnionBot.Web.Setup.Settings;
using UnionBot.WeChat.Api;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;
using ProtocolMode = UnionBot.WeChat.Crypto.WeChatMode;
using WeChatMode = UnionBot.Web.Setup.Settings.WeChatMode;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Registers the official account; without one the bot is reached on <c>/chat</c> only.</summary>
internal static class WeChatServices
{
    private const string ClientName = "wechat";

    /// <summary>One client lives as long as the host, so it must look up the platform's address now and then.</summary>
    private static readonly TimeSpan AddressLifetime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan DemoClockPatience = TimeSpan.FromSeconds(2);

    public static void AddWeChat(this IServiceCollection services, WeChatOptions account, DemoOptions demo)
    {
        services.AddSingleton(new ChannelRules(PushDelivery.Channel, TextLimit.MaxBytes, Cut) { IsMetered = true });
        if (!account.HasAccount) return;

        services.AddSingleton(new WeChatKeys(
            account.AppId,
            account.Token,
            account.EncodingAESKey,
            ModeOf(account),
            account.PreviousToken,
            account.PreviousEncodingAESKey,
            account.OriginalId));
        services.AddSingleton<PushReader>();
        services.AddSingleton<AccountNews>();
        services.AddSingleton<PrivacyEvents>();
        services.AddSingleton<PushEvents>();
        services.AddSingleton<PushHandler>();
        services.AddSingleton<WeChatWebhook>();
        services.AddClient(account);
        services.AddSingleton<ShortForms>();
        services.AddSingleton<SendMetrics>();
        services.AddSingleton<PushMetrics>();
        services.AddSingleton<IChannel, WeChatChannel>();
        services.AddSingleton<ListSearch>();
        services.AddSingleton<ListDrafts>();
        services.AddSingleton<IDraftBox, DraftBox>();
        services.AddSingleton<LeftDrafts>();
        services.AddJob<ClearDrafts>();
        services.AddSingleton<AudienceTags>();
        services.AddSingleton<IMassChannel, WeChatMassChannel>();
        services.AddSingleton<PatientWriter>();
        services.AddSingleton<DraftCopies>();
        services.AddSingleton<MassCalls>();
        services.AddHostedService<MassSender>();
        services.AddHostedService<TagFiller>();
        services.AddHostedService<MediaFetcher>();
        services.AddMenu();
        services.AddSingleton<IOperatorCheck, TokenCheck>();
        services.AddSingleton<IOperatorCheck, CallbackReachedCheck>();
        services.AddSingleton<IOperatorCheck, AbilitiesCheck>();
        services.AddSingleton<IOperatorCheck, VerificationCheck>();
        services.AddSingleton<IOperatorCheck, SendingRightsCheck>();
        if (account.HasStandIn(demo)) services.AddDemoClock();
    }

    private static void AddDemoClock(this IServiceCollection services)
    {
        services.AddHttpClient(DemoClock.ClientName, client => client.Timeout = DemoClockPatience).RemoveAllLoggers();
        services.AddSingleton<DemoClock>();
        services.AddHostedService<DemoClockFollower>();
    }

    private static void AddMenu(this IServiceCollection services)
    {
        services.AddSingleton<MenuButtons>();
        services.AddScoped<MenuPublisher>();
        services.AddScoped<MenuDesk>();
        services.AddHostedService<MenuAtStart>();
        services.AddSingleton<IOperatorCheck, MenuCheck>();
    }

    private static void AddClient(this IServiceCollection services, WeChatOptions account)
    {
        services.AddHttpClient();

        // The token stands in every address, and the factory would log it.
        services.AddHttpClient(ClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers().SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = AddressLifetime,
                ConnectTimeout = account.ConnectTimeout,
            });
        services.AddSingleton(new WeChatApiOptions(account.AppId, account.AppSecret, new Uri(account.ApiBaseUrl)) { Timeout = account.AnswerTimeout });
        services.AddSingleton<IAccessTokenStore, AccessTokenStore>();
        services.AddSingleton(provider => new WeChatClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName),
            provider.GetRequiredService<WeChatApiOptions>(),
            provider.GetRequiredService<IAccessTokenStore>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    public static void MapWeChat(this IEndpointRouteBuilder routes) =>
        routes.ServiceProvider.GetService<WeChatWebhook>()?.Map(routes);

    private static ProtocolMode ModeOf(WeChatOptions account) => account.Mode switch
    {
        WeChatMode.Safe => ProtocolMode.Safe,
        WeChatMode.Compatible => ProtocolMode.Compatible,
        _ => ProtocolMode.Plain,
    };

    private static (string Head, string? Left) Cut(string text, int maxBytes)
    {
        var cut = TextLimit.Cut(text, maxBytes);
        return (cut.Head, cut.Rest.Length == 0 ? null : cut.Rest);
    }
}
