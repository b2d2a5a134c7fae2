using UnionBot.Sandbox.Actions;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Control;
using UnionBot.Sandbox.CustomMessages;
using UnionBot.Sandbox.Drafts;
using UnionBot.Sandbox.Faults;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Mass;
using UnionBot.Sandbox.Media;
using UnionBot.Sandbox.Menus;
using UnionBot.Sandbox.Network;
using UnionBot.Sandbox.OAuth;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.QrCodes;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Sms;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Subscriptions;
using UnionBot.Sandbox.Tags;
using UnionBot.Sandbox.Templates;
using UnionBot.Sandbox.Timeline;
using UnionBot.Sandbox.Tokens;
using UnionBot.Sandbox.Users;

namespace UnionBot.Sandbox.Setup;

/// <summary>Everything the sandbox is made of; all of it lives as long as the program.</summary>
internal static class SandboxServices
{
    public static void AddSandbox(this IServiceCollection services, SandboxOptions options)
    {
        services.AddSingleton(options).AddSingleton(TimeProvider.System);
        services.AddSingleton<DataFolder>().AddSingleton<Journal>().AddSingleton<SandboxClock>();
        services.AddSingleton<FollowerBook>().AddSingleton<OpenIds>().AddSingleton<FollowerDirectory>();
        services.AddSingleton<TalkLog>().AddSingleton<MassLetters>().AddSingleton<Talks>().AddSingleton<BubbleFeed>();
        services.AddSingleton<MediaStore>().AddSingleton<MenuBook>().AddSingleton<TagBook>().AddSingleton<QrBook>();
        services.AddSingleton<CustomQuota>().AddSingleton<CallQuota>().AddSingleton<TemplateQuota>().AddSingleton<FaultBook>();
        services.AddSingleton<SmsTray>();

        services.AddSingleton<PushSettings>().AddSingleton<PlatformCrypto>().AddSingleton<EnvelopeWriter>();
        services.AddSingleton<PushSender>().AddSingleton<ReplyReader>().AddSingleton<ReplyChecker>();
        services.AddSingleton<PushRoom>().AddSingleton<SandboxAddress>();
        services.AddSingleton<MessageActions>().AddSingleton<EventActions>().AddSingleton<TapActions>();
        services.AddSingleton<FollowerView>().AddSingleton<SavedWords>().AddSingleton<SavedTalk>();

        services.AddSingleton<PlatformGate>().AddSingleton<TokenOffice>().AddSingleton<TokenApi>();
        services.AddSingleton<CustomMessageReader>().AddSingleton<CustomMessageApi>().AddSingleton<MenuApi>();

        services.AddSingleton<TemplateBooks>().AddSingleton<TemplateApi>().AddSingleton<TemplateSendApi>();
        services.AddSingleton<ConsentBook>().AddSingleton<SubscriptionApi>().AddSingleton<SubscriptionTemplateApi>();
        services.AddSingleton<MassBook>().AddSingleton<MassReader>().AddSingleton<MassMailer>().AddSingleton<MassApi>();
        services.AddSingleton<DraftBook>().AddSingleton<DraftApi>().AddSingleton<MediaApi>().AddSingleton<QrApi>();
        services.AddSingleton<UserApi>().AddSingleton<BlacklistApi>().AddSingleton<TagApi>();
        services.AddSingleton<QuotaApi>().AddSingleton<NetworkApi>().AddSingleton<LoginBook>().AddSingleton<LoginApi>();
        services.AddSingleton<ResultEvents>().AddHostedService(provider => provider.GetRequiredService<ResultEvents>());

        services.AddHttpClient(PushSender.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
            });
    }
}
