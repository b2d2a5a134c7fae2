using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Sites;

namespace UnionBot.Services.Campaigns.Targets;

/// <summary>A household or a site that a campaign looked at: one to go to, or one left out for a reason. Fixed as it was then.</summary>
public sealed class CampaignTarget
{
    private CampaignTarget() { }

    public long Id { get; private set; }

    public int CampaignId { get; private set; }

    /// <summary>Null for a site.</summary>
    public long? HouseholdId { get; private set; }

    /// <summary>Null for a household.</summary>
    public long? WorkSiteId { get; private set; }

    /// <summary>All labels of its people; each counts once, the household once.</summary>
    public VisitLabels Labels { get; private set; }

    /// <summary>How many people it stands for.</summary>
    public int People { get; private set; }

    public TargetState State { get; private set; }

    /// <summary>Null for one to go to.</summary>
    public LeftOut? LeftOut { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset FrozenAt { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CampaignTarget>
    {
        public void Configure(EntityTypeBuilder<CampaignTarget> builder)
        {
            builder.ToTable("campaign_target", table =>
            {
                table.HasCheckConstraint("campaign_target_one", "(household_id IS NULL) <> (work_site_id IS NULL)");
                table.HasCheckConstraint("campaign_target_reason", "(left_out IS NULL) = (state = 0)");
            });
            builder.Property(t => t.Labels).HasConversion<int>();
            builder.Property(t => t.State).HasConversion<short>();
            builder.Property(t => t.LeftOut).HasConversion<short?>();
            builder.HasIndex(t => new { t.CampaignId, t.HouseholdId }).IsUnique().HasFilter("household_id IS NOT NULL");
            builder.HasIndex(t => new { t.CampaignId, t.WorkSiteId }).IsUnique().HasFilter("work_site_id IS NOT NULL");
            builder.HasOne<Campaign>().WithMany().HasForeignKey(t => t.CampaignId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Household>().WithMany().HasForeignKey(t => t.HouseholdId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<WorkSite>().WithMany().HasForeignKey(t => t.WorkSiteId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum TargetState : short
{
    /// <summary>One to go to.</summary>
    Included = 0,

    /// <summary>Meant by the audience, but left out for a reason.</summary>
    Excluded = 1,

    /// <summary>Included once, and not meant any more when the audience was read again.</summary>
    Removed = 2,
}

/// <summary>Why a target is not gone to. Stored as number: never changed.</summary>
public enum LeftOut : short
{
    /// <summary>脱困退出.</summary>
    Exited = 1,

    /// <summary>Left the city.</summary>
    Moved = 2,

    /// <summary>Was helped with so much in the months that the audience names.</summary>
    HelpedLately = 3,

    /// <summary>The work there is over.</summary>
    SiteIsOver = 4,

    /// <summary>The audience does not mean it any more.</summary>
    NotMeant = 5,

    /// <summary>Taken out by a person, with the reason in the audit.</summary>
    ByStaff = 6,

    /// <summary>Was found to be the same household as another.</summary>
    SameHousehold = 7,
}
