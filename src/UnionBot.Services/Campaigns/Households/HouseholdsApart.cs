using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.Campaigns.Households;

/// <summary>Two households at one address of whom staff have said that they are two.</summary>
public sealed class HouseholdsApart
{
    private HouseholdsApart() { }

    public HouseholdsApart(long one, long other) => (FirstId, SecondId) = (Math.Min(one, other), Math.Max(one, other));

    /// <summary>The lower of the two ids.</summary>
    public long FirstId { get; private set; }

    public long SecondId { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<HouseholdsApart>
    {
        public void Configure(EntityTypeBuilder<HouseholdsApart> builder)
        {
            builder.ToTable("households_apart", table => table.HasCheckConstraint("households_apart_order", "first_id < second_id"));
            builder.HasKey(a => new { a.FirstId, a.SecondId });
            builder.HasOne<Household>().WithMany().HasForeignKey(a => a.FirstId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Household>().WithMany().HasForeignKey(a => a.SecondId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
