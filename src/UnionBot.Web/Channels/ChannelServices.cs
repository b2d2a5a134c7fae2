using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Calendars;
using UnionBot.Web.Channels.Alarms;
using UnionBot.Web.Channels.Calendars;
using UnionBot.Web.Channels.MyData;
using UnionBot.Web.Channels.Sms;
using UnionBot.Web.Channels.WebChat;
using UnionBot.Web.Channels.WeChat;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Channels;

/// <summary>Registers the ways people reach the bot and the bot reaches them.</summary>
internal static class ChannelServices
{
    public static void AddChannels(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(settings.Get<SendingOptions>().ToRules(settings.Get<AlarmOptions>().HasTemplate) with
        {
            Times = settings.Get<QuietOptions>().ToTimes(),
        });
        services.AddSingleton(settings.Get<BroadcastOptions>().ToLimits());
        services.AddSingleton(settings.Get<LegalAidOptions>().ToRules());
        services.AddSingleton(settings.Get<WorkingHoursOptions>().ToHours());
        services.AddSingleton(settings.Get<PhotoOptions>().ToRules());
        services.AddSingleton(BroadcastOptions.FormsIn(settings.Get<SendingOptions>()));
        services.AddMessaging();
        services.AddSingleton<CallRate>();
        services.AddHostedService<OutboxSender>();
        services.AddHostedService<InboxSweep>();
        services.AddAlarms();
        services.AddSms(settings.Get<SmsOptions>(), settings.Get<DemoOptions>());
        services.AddMyData(settings.Get<SiteOptions>());
        services.AddSingleton(new CalendarAddress(settings.Get<SiteOptions>().LinkBase));
        services.AddTransient<CalendarWriter>();
        services.AddJobTicker();
        services.AddPages();
        services.AddWebChat();
        services.AddWeChat(settings.Get<WeChatOptions>(), settings.Get<DemoOptions>());
    }

    public static void MapChannels(this IEndpointRouteBuilder routes)
    {
        routes.MapWebChat();
        routes.MapMyData();
        routes.MapCalendars();
        routes.MapWeChat();
    }
}
