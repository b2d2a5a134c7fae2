using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Where consultations are given: 职工服务中心(历山路).</summary>
public sealed class Site
{
    public const int LongestName = 40;
    public const int LongestAddress = 120;
    public const int MostRooms = 50;

    private Site() { }

    public Site(string name) => Name = name;

    public long Id { get; private set; }

    /// <summary>By it lists know the site.</summary>
    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string RegionCode { get; private set; } = "";

    /// <summary>How many consultations can be given there at once.</summary>
    public short Rooms { get; private set; } = 1;

    /// <summary>Invented, for a demonstration.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>The union whose place it is, whose staff and those above see it; null for the top of the tree.</summary>
    public long? OrganisationId { get; private set; }

    /// <returns>Whether anything changed.</returns>
    public bool BelongTo(long? organisation)
    {
        if (OrganisationId == organisation) return false;

        OrganisationId = organisation;
        return true;
    }

    /// <returns>Whether anything changed.</returns>
    public bool Describe(string address, string region, short rooms, bool isDemo)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rooms, (short)1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rooms, (short)MostRooms);
        var isSame = (Address, RegionCode, Rooms, IsDemo) == (address, region, rooms, isDemo);
        (Address, RegionCode, Rooms, IsDemo) = (address, region, rooms, isDemo);
        return !isSame;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Site>
    {
        public void Configure(EntityTypeBuilder<Site> builder)
        {
            builder.ToTable("legal_site");
            builder.Property(s => s.Id).UseIdentityByDefaultColumn();
            builder.Property(s => s.Name).HasMaxLength(LongestName);
            builder.Property(s => s.Address).HasMaxLength(LongestAddress);
            builder.Property(s => s.RegionCode).HasMaxLength(Region.CodeLength);
            builder.HasIndex(s => s.Name).IsUnique();
            builder.HasIndex(s => s.OrganisationId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionCode).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
