using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Web.Setup.Database;
using UnionBot.Web.Setup.Logs;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup;

/// <summary>Registers what every command needs.</summary>
internal static class GroundServices
{
    public static void AddGround(this IServiceCollection services, HostGround ground)
    {
        services.AddLogging(logging => logging.AddBotLogging(ground.Settings));
        foreach (var (type, record) in ground.Settings.Records) services.AddSingleton(type, record);

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new BusinessClock(
            provider.GetRequiredService<TimeProvider>(),
            isKnown: !ground.Settings.Get<WeChatOptions>().HasStandIn(ground.Settings.Get<DemoOptions>())));
        services.AddSingleton(ground.Keys);
        services.AddSingleton(new FieldCipher(ground.Keys.AtStart));
        services.AddUnionDatabase(ground.ConnectionString);
        services.AddSingleton<KeyProofs>();
        services.AddSingleton<DatabasePreparation>();
    }
}
