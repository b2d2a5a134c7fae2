using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Households;

/// <summary>A household that the union keeps a file of (帮扶档案) or visits for another reason; its people stand in <see cref="HouseholdPerson"/>.</summary>
public sealed class Household
{
    public const int LongestFileNo = 32;
    public const int LongestStreet = 40;
    public const int LongestAddress = 120;
    public const int MostPeople = 30;

    private Household() { }

    /// <param name="id">Taken from the table's sequence before, since the address is sealed for it.</param>
    /// <param name="fileNo">Null when the union gives none.</param>
    public Household(long id, long organisation, string? fileNo) => (Id, OrganisationId, FileNo) = (id, organisation, fileNo);

    public long Id { get; private set; }

    /// <summary>The union that keeps the file.</summary>
    public long OrganisationId { get; private set; }

    /// <summary>档案编号 or 户号, unique within the union; null when it gives none.</summary>
    public string? FileNo { get; private set; }

    public string RegionCode { get; private set; } = "";

    /// <summary>街道 or 乡镇; null when it is not known.</summary>
    public string? Street { get; private set; }

    /// <summary>Encrypted; null when it is not known.</summary>
    public byte[]? Address { get; private set; }

    /// <summary>By it two files at one address are found; null when there is none.</summary>
    public byte[]? AddressHash { get; private set; }

    /// <summary>How many people live there.</summary>
    public short People { get; private set; } = 1;

    /// <summary>Null for who is visited for another reason than hardship.</summary>
    public HardshipClass? Class { get; private set; }

    public HouseholdState State { get; private set; }

    /// <summary>民政 or others have helped already: shown to staff, excludes nobody.</summary>
    public bool IsHelpedElsewhere { get; private set; }

    /// <summary>GCJ-02 degrees; null like the longitude until they are given or a visit was confirmed there.</summary>
    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public bool IsDemo { get; private set; }

    /// <summary>The import that last changed it.</summary>
    public long? ImportRunId { get; private set; }

    public bool IsPlaced => Latitude is not null;

    /// <param name="address">Null leaves the known one.</param>
    public void Describe(HouseholdFacts facts, (byte[] Sealed, byte[] Hash)? address, long importRun)
    {
        (RegionCode, Street, Class, IsHelpedElsewhere, IsDemo, ImportRunId) =
            (facts.RegionCode, facts.Street ?? Street, facts.Class ?? Class, facts.IsHelpedElsewhere, facts.IsDemo, importRun);
        People = facts.People ?? People;
        State = facts.State ?? State;
        if (address is { } known) (Address, AddressHash) = known;
        if (facts.Place is { } place) (Latitude, Longitude) = (place.Latitude, place.Longitude);
    }

    /// <summary>The first visit that was confirmed where no place was known says where it is.</summary>
    public void PlaceAt(double latitude, double longitude)
    {
        if (!IsPlaced) (Latitude, Longitude) = (latitude, longitude);
    }

    public void Become(HouseholdState state) => State = state;

    internal sealed class Configuration : IEntityTypeConfiguration<Household>
    {
        public void Configure(EntityTypeBuilder<Household> builder)
        {
            builder.ToTable("household", table => table.HasCheckConstraint("household_place", "(latitude IS NULL) = (longitude IS NULL)"));
            builder.Property(h => h.Id).UseIdentityByDefaultColumn();
            builder.Property(h => h.FileNo).HasMaxLength(LongestFileNo);
            builder.Property(h => h.RegionCode).HasMaxLength(Region.CodeLength);
            builder.Property(h => h.Street).HasMaxLength(LongestStreet);
            builder.Property(h => h.Class).HasConversion<short?>();
            builder.Property(h => h.State).HasConversion<short>();
            builder.Ignore(h => h.IsPlaced);
            builder.HasIndex(h => new { h.OrganisationId, h.FileNo }).IsUnique().HasFilter("file_no IS NOT NULL");
            builder.HasIndex(h => h.AddressHash).HasFilter("address_hash IS NOT NULL");
            builder.HasIndex(h => h.RegionCode);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(h => h.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Region>().WithMany().HasForeignKey(h => h.RegionCode).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ImportRun>().WithMany().HasForeignKey(h => h.ImportRunId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a list says of a household; null where it says nothing.</summary>
public sealed record HouseholdFacts(string RegionCode)
{
    public string? Street { get; init; }

    public short? People { get; init; }

    public HardshipClass? Class { get; init; }

    public HouseholdState? State { get; init; }

    public bool IsHelpedElsewhere { get; init; }

    /// <summary>GCJ-02 degrees.</summary>
    public MapPoint? Place { get; init; }

    public bool IsDemo { get; init; }
}
