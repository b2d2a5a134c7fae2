using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Services.Campaigns.Plans;

namespace UnionBot.Services.Campaigns.Money;

/// <summary>Money of a campaign from one source. The database refuses to spend more than there is.</summary>
public sealed class BudgetLine
{
    private BudgetLine() { }

    public BudgetLine(int campaign, BudgetSource source, long plannedFen) => (CampaignId, Source, PlannedFen) = (campaign, source, plannedFen);

    public long Id { get; private set; }

    public int CampaignId { get; private set; }

    public BudgetSource Source { get; private set; }

    /// <summary>What there is.</summary>
    public long PlannedFen { get; private set; }

    /// <summary>What visits have paid.</summary>
    public long PaidFen { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<BudgetLine>
    {
        public void Configure(EntityTypeBuilder<BudgetLine> builder)
        {
            builder.ToTable("budget_line", table => table.HasCheckConstraint("budget_line_enough", "paid_fen >= 0 AND paid_fen <= planned_fen"));
            builder.Property(l => l.Source).HasConversion<short>();
            builder.HasIndex(l => new { l.CampaignId, l.Source }).IsUnique();
            builder.HasOne<Campaign>().WithMany().HasForeignKey(l => l.CampaignId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>Where money comes from. Stored as number: never changed.</summary>
public enum BudgetSource : short
{
    /// <summary>上级拨付.</summary>
    Above = 1,

    /// <summary>本级.</summary>
    Own = 2,

    /// <summary>行政配套.</summary>
    Government = 3,

    /// <summary>社会捐赠.</summary>
    Donation = 4,
}
