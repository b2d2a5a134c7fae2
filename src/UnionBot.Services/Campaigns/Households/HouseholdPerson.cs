using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Households;

/// <summary>Somebody of a household who is named in a list. Two lists mean the same person by the identity number, else by name and phone.</summary>
public sealed class HouseholdPerson
{
    private HouseholdPerson() { }

    /// <param name="id">Taken from the table's sequence before, since the values are sealed for it.</param>
    public HouseholdPerson(long id, long household, SealedIdentity identity)
    {
        (Id, HouseholdId, Name, NameHash) = (id, household, identity.Name, identity.NameHash);
        Identify(identity);
    }

    public long Id { get; private set; }

    public long HouseholdId { get; private set; }

    /// <summary>Encrypted.</summary>
    public byte[] Name { get; private set; } = [];

    public byte[] NameHash { get; private set; } = [];

    /// <summary>Encrypted; null when no number is known.</summary>
    public byte[]? Phone { get; private set; }

    public byte[]? PhoneHash { get; private set; }

    /// <summary>Encrypted; null when no list gave it.</summary>
    public byte[]? IdNumber { get; private set; }

    public byte[]? IdNumberHash { get; private set; }

    /// <summary>Whom the file is about.</summary>
    public bool IsHead { get; private set; }

    public VisitLabels Labels { get; private set; }

    public bool HasDied { get; private set; }

    /// <summary>A second list adds what the first did not know.</summary>
    public void Identify(SealedIdentity identity)
    {
        if (identity.Phone is not null) (Phone, PhoneHash) = (identity.Phone, identity.PhoneHash);
        if (identity.IdNumber is not null) (IdNumber, IdNumberHash) = (identity.IdNumber, identity.IdNumberHash);
    }

    public void Count(VisitLabels labels, bool isHead) => (Labels, IsHead) = (Labels | labels, IsHead || isHead);

    public void Die() => HasDied = true;

    internal sealed class Configuration : IEntityTypeConfiguration<HouseholdPerson>
    {
        public void Configure(EntityTypeBuilder<HouseholdPerson> builder)
        {
            builder.ToTable("household_person");
            builder.Property(p => p.Id).UseIdentityByDefaultColumn();
            builder.Property(p => p.Labels).HasConversion<int>();
            builder.HasIndex(p => p.HouseholdId);
            builder.HasIndex(p => p.IdNumberHash).IsUnique().HasFilter("id_number_hash IS NOT NULL");
            builder.HasIndex(p => new { p.PhoneHash, p.NameHash });
            builder.HasOne<Household>().WithMany().HasForeignKey(p => p.HouseholdId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
