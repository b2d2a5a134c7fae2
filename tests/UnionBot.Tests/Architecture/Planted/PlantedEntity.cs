using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Tests.Architecture.Planted;

/// <summary>Planted violation: an entity that anybody may change.</summary>
internal sealed class PlantedEntity
{
    public long Id { get; private set; }

    public string Name { get; set; } = "";

    public string Kind { get; init; } = "";

    internal sealed class Configuration : IEntityTypeConfiguration<PlantedEntity>
    {
        public void Configure(EntityTypeBuilder<PlantedEntity> builder) => builder.HasKey(e => e.Id);
    }
}
