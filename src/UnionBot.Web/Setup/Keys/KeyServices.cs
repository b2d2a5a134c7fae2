using UnionBot.Web.Setup.Keys.Rotation;

namespace UnionBot.Web.Setup.Keys;

/// <summary>Registers what holds the keys of the encrypted columns and changes them.</summary>
internal static class KeyServices
{
    public static void AddKeys(this IServiceCollection services)
    {
        services.AddCookieProtection();
        services.AddHostedService<KeyHolder>();
        services.AddSingleton<RunningBots>();
        services.AddSingleton<NewKey>();
        services.AddSingleton<KeyFence>();
        services.AddSingleton<Resealer>();
        services.AddScoped<KeyRotation>();
    }
}
