using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.LegalAid.Groups;

/// <summary>
/// A matter that several people have together (群体案件). Each keeps their own booking and what they told; only that these belong together
/// is kept.
/// </summary>
public sealed class MatterGroup
{
    private MatterGroup() { }

    /// <param name="now">UTC.</param>
    internal MatterGroup(DateTimeOffset now) => OpenedAt = now;

    public long Id { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<MatterGroup>
    {
        public void Configure(EntityTypeBuilder<MatterGroup> builder)
        {
            builder.ToTable("legal_group");
            builder.Property(g => g.Id).UseIdentityByDefaultColumn();
        }
    }
}
