using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Data;

/// <summary>The one database. Each service brings its own tables; see <see cref="ModelAssemblies"/>.</summary>
public sealed class UnionDb(DbContextOptions<UnionDb> options, ModelAssemblies model) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in model.Assemblies)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        }

        SnakeCase.Apply(modelBuilder);
    }
}
