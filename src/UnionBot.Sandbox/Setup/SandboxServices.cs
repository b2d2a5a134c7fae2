namespace UnionBot.Sandbox.Setup;

using UnionBot.Sandbox.Actions;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Control;
using UnionBot.Sandbox.CustomMessages;
using UnionBot.Sandbox.Faults;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Media;
using UnionBot.Sandbox.Menus;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.QrCodes;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Sms;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Tags;
using UnionBot.Sandbox.Timeline;
using UnionBot.Sandbox.Tokens;

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
        services.AddSingleton<CustomQuota>().AddSingleton<CallQuota>().AddSingleton<FaultBook>().AddSingleton<SmsTray>();

        services.AddSingleton<PushSettings>().AddSingleton<PlatformCrypto>().AddSingleton<EnvelopeWriter>();
        services.AddSingleton<PushSender>().AddSingleton<ReplyReader>().AddSingleton<ReplyChecker>();
        services.AddSingleton<PushRoom>().AddSingleton<SandboxAddress>();
        services.AddSingleton<MessageActions>().AddSingleton<EventActions>().AddSingleton<TapActions>();
        services.AddSingleton<FollowerView>().AddSingleton<SavedTalk>();

        services.AddSingleton<PlatformGate>().AddSingleton<TokenOffice>().AddSingleton<TokenApi>();
        services.AddSingleton<CustomMessageReader>().AddSingleton<CustomMessageApi>().AddSingleton<MenuApi>();

        services.AddHttpClient(PushSender.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    }
}
