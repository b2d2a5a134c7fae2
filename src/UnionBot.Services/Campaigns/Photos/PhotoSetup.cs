using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Photos;

internal static class PhotoSetup
{
    /// <summary>Photos as proof of visits. The host may add <see cref="PhotoRules"/>, which are settings.</summary>
    public static void AddPhotos(this IServiceCollection services)
    {
        services.TryAddSingleton(new PhotoRules());
        services.AddSingleton<PhotoTool>();
        services.AddSingleton<PhotoCiphers>();
        services.AddSingleton<MarkedCopies>();
        services.AddScoped<PhotoIntake>();
        services.AddScoped<LookAlikes>();
        services.AddScoped<PhotoPreparation>();
        services.AddScoped(scope => new PhotoRegister(
            scope.GetRequiredService<UnionDb>(), scope.GetRequiredService<PhotoCiphers>(), scope.GetRequiredService<PhotoIntake>()));
        services.AddScoped(scope => new PhotoDesk(
            scope.GetRequiredService<UnionDb>(),
            scope.GetRequiredService<PhotoCiphers>(),
            scope.GetRequiredService<MarkedCopies>(),
            scope.GetRequiredService<StaffRights>(),
            scope.GetRequiredService<AuditLog>(),
            scope.GetRequiredService<BusinessClock>()));
        services.AddJob<HashPhotos>();
        services.AddJob<ForgetPhotos>();
    }
}
