using UnionBot.Chat.Understanding.Intents;
using UnionBot.Core.Imports;
using UnionBot.Web.Channels;
using UnionBot.Web.Console.Shared;
using UnionBot.Web.Scheduling;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Health;
using UnionBot.Web.Setup.Keys;
using UnionBot.Web.Setup.Settings;
using UnionBot.Web.Setup.SignIn;
using UnionBot.Web.Setup.Telemetry;

namespace UnionBot.Web;

/// <summary>What the bot is made of: one line for each part's services, one for its endpoints.</summary>
internal static class Composition
{
    public static void AddServices(IServiceCollection services, BotSettings settings)
    {
        services.AddHealth();
        services.AddTelemetry();
        services.AddKeys();
        services.AddSignIn(settings.Get<ConsoleOptions>());
        services.AddImports();
        services.AddConversation(settings.Get<DemoOptions>().Enabled, new LearntModels(settings.Get<DataOptions>().LearntFolder, TimeProvider.System));
        services.AddChannels(settings);
        services.AddScheduling(settings.Get<JobsOptions>());
        services.AddConsole(settings.Get<ConsoleOptions>());
    }

    public static void MapEndpoints(WebApplication app)
    {
        app.UseReadableHost();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseConsoleGate();
        app.UseStaticFiles();
        app.MapHealth();
        app.MapChannels();
        app.MapConsole();
    }
}
