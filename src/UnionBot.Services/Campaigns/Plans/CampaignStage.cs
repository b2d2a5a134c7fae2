using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.Campaigns.Plans;

/// <summary>A stage of a campaign, from its file; passed by a person once its gate is met.</summary>
public sealed class CampaignStage
{
    public const int LongestTitle = 20;

    private CampaignStage() { }

    public CampaignStage(int campaign, short ordinal, string title, StageGate gate, DateOnly firstDay, DateOnly lastDay) =>
        (CampaignId, Ordinal, Title, Gate, FirstDay, LastDay) = (campaign, ordinal, title, gate, firstDay, lastDay);

    public int CampaignId { get; private set; }

    /// <summary>From 0.</summary>
    public short Ordinal { get; private set; }

    public string Title { get; private set; } = "";

    public StageGate Gate { get; private set; }

    /// <summary>Days in China.</summary>
    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    /// <summary>Null before. UTC.</summary>
    public DateTimeOffset? PassedAt { get; private set; }

    public long? PassedBy { get; private set; }

    public void Pass(long staff, DateTimeOffset now) => (PassedBy, PassedAt) = (staff, now);

    internal sealed class Configuration : IEntityTypeConfiguration<CampaignStage>
    {
        public void Configure(EntityTypeBuilder<CampaignStage> builder)
        {
            builder.ToTable("campaign_stage");
            builder.HasKey(s => new { s.CampaignId, s.Ordinal });
            builder.Property(s => s.Title).HasMaxLength(LongestTitle);
            builder.Property(s => s.Gate).HasConversion<short>();
            builder.HasOne<Campaign>().WithMany().HasForeignKey(s => s.CampaignId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>What must be so before a stage is passed. Stored as number: never changed.</summary>
public enum StageGate : short
{
    /// <summary>Somebody else than its authors approved the plan.</summary>
    PlanApproved = 0,

    /// <summary>The targets are fixed, and no two files are in doubt whether they are one household.</summary>
    ListComplete = 1,

    /// <summary>The 公示 is over and no objection is open.</summary>
    PublicityClosed = 2,

    /// <summary>There is enough in store and in the budget for every target.</summary>
    SupplyReady = 3,

    /// <summary>Every target has an owner and a day.</summary>
    AllAssigned = 4,

    /// <summary>Everybody was told, or is on the phone list.</summary>
    AllTold = 5,

    /// <summary>Every target has an outcome.</summary>
    AllDone = 6,

    /// <summary>The call-backs are made and every difference is closed.</summary>
    CallBacksDone = 7,

    /// <summary>Visits, stock and money agree.</summary>
    SumsAgree = 8,
}
