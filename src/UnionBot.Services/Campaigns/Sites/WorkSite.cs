using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Sites;

/// <summary>Where people work and are visited together: a building site, a station of couriers, a firm.</summary>
public sealed class WorkSite
{
    public const int LongestName = 60;
    public const int LongestAddress = 120;
    public const int LongestHours = 40;
    public const int MostPeople = 100_000;

    private WorkSite() { }

    /// <param name="id">Taken from the table's sequence before, since the contact is sealed for it.</param>
    public WorkSite(long id, long organisation, string name) => (Id, OrganisationId, Name) = (id, organisation, name);

    public long Id { get; private set; }

    /// <summary>The union in whose part it lies.</summary>
    public long OrganisationId { get; private set; }

    /// <summary>By it lists of that union know the site.</summary>
    public string Name { get; private set; } = "";

    public WorkSiteKind Kind { get; private set; }

    public string RegionCode { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>How many work there.</summary>
    public int People { get; private set; }

    /// <summary>In the words of the list: 8:00–18:00; null when it does not say.</summary>
    public string? OutdoorHours { get; private set; }

    /// <summary>Whom to call there, encrypted; null when nobody is known.</summary>
    public byte[]? ContactName { get; private set; }

    /// <summary>Encrypted; null when no number is known.</summary>
    public byte[]? ContactPhone { get; private set; }

    public byte[]? ContactPhoneHash { get; private set; }

    /// <summary>GCJ-02 degrees; null like the longitude until they are given or a visit was confirmed there.</summary>
    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    /// <summary>False once the work there is over.</summary>
    public bool IsActive { get; private set; } = true;

    public bool IsDemo { get; private set; }

    /// <returns>Whether anything changed.</returns>
    public bool Describe(WorkSiteFacts facts)
    {
        var before = (Kind, RegionCode, Address, People, OutdoorHours, Latitude, Longitude, IsActive, IsDemo);
        (Kind, RegionCode, Address, People, IsActive, IsDemo) = (facts.Kind, facts.RegionCode, facts.Address, facts.People, facts.IsActive, facts.IsDemo);
        OutdoorHours = facts.OutdoorHours ?? OutdoorHours;
        if (facts.Place is { } place) (Latitude, Longitude) = (place.Latitude, place.Longitude);
        return before != (Kind, RegionCode, Address, People, OutdoorHours, Latitude, Longitude, IsActive, IsDemo);
    }

    public void BeReachedBy(byte[] name, (byte[] Sealed, byte[] Hash)? phone) =>
        (ContactName, ContactPhone, ContactPhoneHash) = (name, phone?.Sealed, phone?.Hash);

    /// <summary>The first visit that was confirmed where no place was known says where it is.</summary>
    public void PlaceAt(double latitude, double longitude)
    {
        if (Latitude is null) (Latitude, Longitude) = (latitude, longitude);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<WorkSite>
    {
        public void Configure(EntityTypeBuilder<WorkSite> builder)
        {
            builder.ToTable("work_site", table => table.HasCheckConstraint("work_site_place", "(latitude IS NULL) = (longitude IS NULL)"));
            builder.Property(s => s.Id).UseIdentityByDefaultColumn();
            builder.Property(s => s.Name).HasMaxLength(LongestName);
            builder.Property(s => s.Kind).HasConversion<short>();
            builder.Property(s => s.RegionCode).HasMaxLength(Region.CodeLength);
            builder.Property(s => s.Address).HasMaxLength(LongestAddress);
            builder.Property(s => s.OutdoorHours).HasMaxLength(LongestHours);
            builder.HasIndex(s => new { s.OrganisationId, s.Name }).IsUnique();
            builder.HasIndex(s => s.ContactPhoneHash).HasFilter("contact_phone_hash IS NOT NULL");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionCode).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a list says of a site.</summary>
public sealed record WorkSiteFacts(WorkSiteKind Kind, string RegionCode, string Address, int People)
{
    public string? OutdoorHours { get; init; }

    /// <summary>GCJ-02 degrees; null when the list does not say.</summary>
    public MapPoint? Place { get; init; }

    public bool IsActive { get; init; } = true;

    public bool IsDemo { get; init; }
}

/// <summary>Stored as number: never changed.</summary>
public enum WorkSiteKind : short
{
    /// <summary>建筑工地.</summary>
    Construction = 0,

    /// <summary>环卫.</summary>
    Sanitation = 1,

    /// <summary>快递、外卖站点.</summary>
    Delivery = 2,

    /// <summary>交警.</summary>
    TrafficPolice = 3,

    /// <summary>公交、出租.</summary>
    Transport = 4,

    /// <summary>企业.</summary>
    Firm = 5,

    Other = 9,
}
