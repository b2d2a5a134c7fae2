using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Audit;
using UnionBot.Core.Imports.Drafts;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;

namespace UnionBot.Core.Imports;

/// <summary>Registers the imports and what they stand on.</summary>
public static class ImportSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton(provider => ImportWords.Load(
            provider.GetRequiredService<DataFolder>(), provider.GetServices<ImportTable>()));
        services.AddSingleton(OrganisationColumns.Table);
        services.AddSingleton(RosterColumns.Table);
        services.TryAddSingleton<MemberCiphers>();
        services.TryAddScoped<AuditLog>();
        services.AddScoped<ImportRunner>();
        services.AddScoped<OrganisationImport>();
        services.AddScoped<RosterImport>();
        services.AddScoped<ImportDrafts>();
        services.AddJob<ForgetDrafts>();
    }
}
