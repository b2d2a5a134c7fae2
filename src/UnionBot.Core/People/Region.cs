using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.People;

/// <summary>A province, city or county with its code of administrative division (GB/T 2260).</summary>
public sealed class Region
{
    public const int CodeLength = 6;

    private Region() { }

    /// <summary>Six digits, such as 370102.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public RegionLevel Level { get; private set; }

    /// <summary>Null for a province.</summary>
    public string? ParentCode { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Region>
    {
        public void Configure(EntityTypeBuilder<Region> builder)
        {
            builder.ToTable("region");
            builder.HasKey(r => r.Code);
            builder.Property(r => r.Code).HasMaxLength(CodeLength);
            builder.Property(r => r.Name).HasMaxLength(40);
            builder.Property(r => r.ParentCode).HasMaxLength(CodeLength);
            builder.Property(r => r.Level).HasConversion<short>();
            builder.HasOne<Region>().WithMany().HasForeignKey(r => r.ParentCode).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum RegionLevel
{
    Province = 1,
    City = 2,

    /// <summary>A district (区), a county (县) or a city of the county's rank (县级市).</summary>
    County = 3,
}
