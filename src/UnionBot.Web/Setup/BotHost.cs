using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Data;
using UnionBot.Services.Knowledge.Templates;
using UnionBot.Web.Setup.Database;
using UnionBot.Web.Setup.Health;
using UnionBot.Web.Setup.Logs;
using UnionBot.Web.Setup.Settings;
using UnionBot.Web.Setup.Telemetry;

namespace UnionBot.Web.Setup;

/// <summary>The running bot with everything under it: as the command <c>run</c> has it, and the system tests.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private readonly HostGround _ground;
    private readonly WebApplication _app;

    private BotHost(HostGround ground, WebApplication app) => (_ground, _app) = (ground, app);

    public IServiceProvider Services => _app.Services;

    /// <summary>Where people and the platform reach the bot.</summary>
    public IReadOnlyList<string> Addresses => [.. AllAddresses().SkipLast(ManagementCount())];

    /// <summary>Where operators do.</summary>
    public IReadOnlyList<string> ManagementAddresses => [.. AllAddresses().TakeLast(ManagementCount())];

    /// <param name="configure">Changes to the services that a test needs; they win over ours.</param>
    /// <exception cref="SetupException">This machine or its settings do not allow it.</exception>
    public static async Task<BotHost> StartAsync(
        BotSettings settings, CancellationToken ct, Action<IServiceCollection>? configure = null)
    {
        Listeners.RefuseTaken(settings);
        GetReady(settings);
        using var logs = BotLogging.CreateFactory(settings);
        var ground = await HostGround.PrepareAsync(settings, logs, TimeProvider.System, ct);
        WebApplication? app = null;
        try
        {
            app = Build(ground, configure);
            await RefuseBrokenTemplatesAsync(app.Services, ct);
            await PrepareDatabaseAsync(app.Services, ct);
            await app.StartAsync(ct);
            ConversationServices.BeginLearning(app.Services.GetRequiredService<CurrentUnderstanding>());
            return new BotHost(ground, app);
        }
        // Taken between the look and now.
        catch (IOException failure) when (failure.InnerException is Exception { InnerException: SocketException } or SocketException)
        {
            await DisposeAsync(app, ground);
            throw new SetupException($"Urls or Management:Urls: {failure.Message} Stop the other program or change the setting.", failure);
        }
        catch
        {
            await DisposeAsync(app, ground);
            throw;
        }
    }

    public Task WaitForShutdownAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await DisposeAsync(_app, _ground);
    }

    // What takes longest to read and make, beside the start of the database's server.
    private static void GetReady(BotSettings settings)
    {
        _ = Task.Run(() => ConversationServices.ReadAhead(settings.Get<DemoOptions>().Enabled));
        _ = Task.Run(DatabaseSchema.MakeModel);
    }

    private static WebApplication Build(HostGround ground, Action<IServiceCollection>? configure)
    {
        // Empty: all settings are in our records, checked, and the usual builder would read some of them past us.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(BotHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listeners.Configure(kestrel, ground.Settings));
        builder.Services.AddRouting();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        builder.Services.AddGround(ground);
        builder.Services.AddHostedService<DatabasePreparer>();
        builder.Services.AddHostedService<WatchStaffChanges>();
        Composition.AddServices(builder.Services, ground.Settings);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseRequestSpans();
        app.UseDeclaredTypes();
        app.UseForwardedHeaders();
        app.MapWhen(Listeners.IsManagement, MapManagement);
        Composition.MapEndpoints(app);
        app.Services.GetRequiredService<MetricsCollector>();
        return app;
    }

    private static void MapManagement(IApplicationBuilder management) => management.UseRouting().UseEndpoints(routes =>
    {
        routes.MapHealth();
        routes.MapHealthDetails();
        routes.MapMetrics();
    });

    private static async Task RefuseBrokenTemplatesAsync(IServiceProvider services, CancellationToken ct)
    {
        if (await new TemplatesCheck(services).FaultAsync(ct) is { } fault) throw new SetupException(fault);
    }

    /// <summary>A wrong key stops the start here; a database that is not there yet does not.</summary>
    private static async Task PrepareDatabaseAsync(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            await services.GetRequiredService<DatabasePreparation>().RunAsync(ct);
            await services.GetRequiredService<ImportedHolidays>().TakeUpAsync(ct);

            // Before anything is learnt, so that it is learnt once.
            await services.GetRequiredService<StaffKnowledge>().TakeUpAsync(learn: false, ct);
        }
        catch (Exception failure) when (DatabaseFailure.IsBehind(failure))
        {
            services.GetRequiredService<ILogger<BotHost>>().LogWarning(
                "The bot starts without its database, and is ready once it can be reached: {Reason}",
                DatabaseFailure.ReasonOf(failure));
        }
    }

    private static async Task DisposeAsync(WebApplication? app, HostGround ground)
    {
        if (app is not null) await app.DisposeAsync();
        await ground.DisposeAsync();
    }

    private IEnumerable<string> AllAddresses() =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    /// <summary>The operators' addresses are listened on last, see <see cref="Listeners"/>.</summary>
    private int ManagementCount() =>
        ListenAddress.ParseAll(_ground.Settings.Get<ManagementOptions>().Urls).Count;
}
