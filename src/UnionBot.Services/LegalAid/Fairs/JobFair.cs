using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Fairs;

/// <summary>A job fair (招聘会), and which lawyer gives advice there (法援+就业): by these it is reckoned how many fairs have one.</summary>
public sealed class JobFair
{
    public const int LongestName = 60;
    public const int LongestPlace = 60;

    private JobFair() { }

    public JobFair(string name, DateOnly day) => (Name, Day) = (name, day);

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>In China; of a fair of several days the first.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Null when it was not said.</summary>
    public string? Place { get; private set; }

    /// <summary>The union that holds it; null for the top of the tree.</summary>
    public long? OrganisationId { get; private set; }

    /// <summary>Null while no lawyer is there.</summary>
    public long? LawyerId { get; private set; }

    /// <returns>Whether anything changed.</returns>
    public bool Describe(string? place, long? organisation, long? lawyer)
    {
        var isSame = (Place, OrganisationId, LawyerId) == (place, organisation, lawyer);
        (Place, OrganisationId, LawyerId) = (place, organisation, lawyer);
        return !isSame;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<JobFair>
    {
        public void Configure(EntityTypeBuilder<JobFair> builder)
        {
            builder.ToTable("legal_fair");
            builder.Property(f => f.Id).UseIdentityByDefaultColumn();
            builder.Property(f => f.Name).HasMaxLength(LongestName);
            builder.Property(f => f.Place).HasMaxLength(LongestPlace);
            builder.HasIndex(f => new { f.Day, f.Name }).IsUnique();
            builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Lawyer>().WithMany().HasForeignKey(f => f.LawyerId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
