using System.Text.Json.Serialization;
using System.Text.Json;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Control;
using UnionBot.Sandbox.CustomMessages;
using UnionBot.Sandbox.Drafts;
using UnionBot.Sandbox.Mass;
using UnionBot.Sandbox.Media;
using UnionBot.Sandbox.Menus;
using UnionBot.Sandbox.Network;
using UnionBot.Sandbox.OAuth;
using UnionBot.Sandbox.Phone;
using UnionBot.Sandbox.QrCodes;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Sms;
using UnionBot.Sandbox.Subscriptions;
using UnionBot.Sandbox.Tags;
using UnionBot.Sandbox.Templates;
using UnionBot.Sandbox.Tokens;
using UnionBot.Sandbox.Users;

namespace UnionBot.Sandbox.Setup;

/// <summary>The whole program: settings, parts, platform API, control API, phone page.</summary>
public static class SandboxApp
{
    private const long MaxBodyBytes = 64 * 1024 * 1024;

    /// <param name="args">As on the command line; the environment counts too.</param>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddCommandLine(args, SandboxSettings.Switches);
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        builder.WebHost.UseUrls(LoopbackOnly.Addresses(builder.Configuration));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodyBytes);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddSandbox(SandboxSettings.Read(builder.Configuration));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = Storage.Json.Options.Encoder;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.DefaultIgnoreCondition = Storage.Json.Options.DefaultIgnoreCondition;
        });

        var app = builder.Build();
        app.UseControlErrors();
        MapPlatform(app);
        MapControl(app);
        app.MapPhone();
        return app;
    }

    private static void MapPlatform(WebApplication app)
    {
        var routes = new PlatformRoutes(app);
        app.Services.GetRequiredService<TokenApi>().Map(routes);
        app.Services.GetRequiredService<CustomMessageApi>().Map(routes);
        app.Services.GetRequiredService<TemplateApi>().Map(routes);
        app.Services.GetRequiredService<TemplateSendApi>().Map(routes);
        app.Services.GetRequiredService<SubscriptionApi>().Map(routes);
        app.Services.GetRequiredService<SubscriptionTemplateApi>().Map(routes);
        app.Services.GetRequiredService<MassApi>().Map(routes);
        app.Services.GetRequiredService<DraftApi>().Map(routes);
        app.Services.GetRequiredService<MediaApi>().Map(routes);
        app.Services.GetRequiredService<MenuApi>().Map(routes);
        app.Services.GetRequiredService<UserApi>().Map(routes);
        app.Services.GetRequiredService<BlacklistApi>().Map(routes);
        app.Services.GetRequiredService<TagApi>().Map(routes);
        app.Services.GetRequiredService<QrApi>().Map(routes);
        app.Services.GetRequiredService<QuotaApi>().Map(routes);
        app.Services.GetRequiredService<NetworkApi>().Map(routes);
        app.Services.GetRequiredService<LoginApi>().Map(routes);
        QrApi.MapPictures(app);
        app.MapLoginPage();
    }

    private static void MapControl(WebApplication app)
    {
        app.MapFollowers();
        app.MapActions();
        app.MapTalks();
        app.MapClock();
        app.MapFaults();
        app.MapSubscriptions();
        app.MapSms();
        app.MapReset();
    }
}
