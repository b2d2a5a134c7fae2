using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace UnionBot.Web.Setup.Keys;

/// <summary>Data protection with its keys in our database.</summary>
internal static class CookieProtection
{
    public static void AddCookieProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("UnionBot");
        services.AddSingleton<CookieKeyRepository>();
        services.AddOptions<KeyManagementOptions>()
            .Configure<CookieKeyRepository>((options, repository) => options.XmlRepository = repository);
    }
}
