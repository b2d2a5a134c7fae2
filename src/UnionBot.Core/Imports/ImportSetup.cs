using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Core.Audit;
using UnionBot.Core.People;

namespace UnionBot.Core.Imports;

/// <summary>Registers the imports and what they stand on.</summary>
public static class ImportSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.TryAddSingleton<MemberCiphers>();
        services.TryAddScoped<AuditLog>();
        services.AddScoped<ImportRunner>();
        services.AddScoped<OrganisationImport>();
        services.AddScoped<RosterImport>();
    }
}
