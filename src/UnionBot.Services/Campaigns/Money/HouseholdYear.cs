using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Services.Campaigns.Households;

namespace UnionBot.Services.Campaigns.Money;

/// <summary>What a household was given in one calendar year over all campaigns, and the most it may be.</summary>
public sealed class HouseholdYear
{
    private HouseholdYear() { }

    public long HouseholdId { get; private set; }

    /// <summary>In China.</summary>
    public short Year { get; private set; }

    public long PaidFen { get; private set; }

    /// <summary>Of the campaign that paid last; null for no limit.</summary>
    public long? CeilingFen { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<HouseholdYear>
    {
        public void Configure(EntityTypeBuilder<HouseholdYear> builder)
        {
            builder.ToTable("household_year", table => table.HasCheckConstraint("household_year_ceiling", "paid_fen >= 0 AND (ceiling_fen IS NULL OR paid_fen <= ceiling_fen)"));
            builder.HasKey(y => new { y.HouseholdId, y.Year });
            builder.HasOne<Household>().WithMany().HasForeignKey(y => y.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
