using UnionBot.Core.Cases;

namespace UnionBot.Web.Channels.Alarms;

/// <summary>Registers what brings alarms to people.</summary>
internal static class AlarmServices
{
    public static void AddAlarms(this IServiceCollection services)
    {
        services.AddHttpClient(AlarmWebhook.ClientName, client => client.Timeout = AlarmWebhook.Patience).RemoveAllLoggers();
        services.AddSingleton<AlarmMetrics>();
        services.AddSingleton<UntoldAlarms>();
        services.AddSingleton<AlarmWebhook>();
        services.AddHostedService<AlarmWatch>();
    }
}
