using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Services.Campaigns.Stock;

namespace UnionBot.Services.Campaigns.Plans;

/// <summary>How many of one thing each target of a campaign is given.</summary>
public sealed class CampaignKit
{
    private CampaignKit() { }

    public CampaignKit(int campaign, int item, int count) => (CampaignId, ItemId, Count) = (campaign, item, count);

    public int CampaignId { get; private set; }

    public int ItemId { get; private set; }

    public int Count { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CampaignKit>
    {
        public void Configure(EntityTypeBuilder<CampaignKit> builder)
        {
            builder.ToTable("campaign_kit", table => table.HasCheckConstraint("campaign_kit_count", "count > 0"));
            builder.HasKey(k => new { k.CampaignId, k.ItemId });
            builder.HasOne<Campaign>().WithMany().HasForeignKey(k => k.CampaignId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<StockItem>().WithMany().HasForeignKey(k => k.ItemId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
