using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Services.Campaigns.Plans;

namespace UnionBot.Services.Campaigns.Stock;

/// <summary>One delivery of a thing for a campaign. What is in the warehouse and what teams carry can never go below nothing.</summary>
public sealed class StockLot
{
    public const int LongestWarehouse = 40;

    private StockLot() { }

    public StockLot(int campaign, int item, string warehouse, DateOnly? expiresOn, int count) =>
        (CampaignId, ItemId, Warehouse, ExpiresOn, Received, InStore) = (campaign, item, warehouse, expiresOn, count, count);

    public long Id { get; private set; }

    public int CampaignId { get; private set; }

    public int ItemId { get; private set; }

    public string Warehouse { get; private set; } = "";

    /// <summary>The last good day, in China; null for what does not spoil.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public int Received { get; private set; }

    public int InStore { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StockLot>
    {
        public void Configure(EntityTypeBuilder<StockLot> builder)
        {
            builder.ToTable("stock_lot", table => table.HasCheckConstraint("stock_lot_left", "received > 0 AND in_store >= 0 AND in_store <= received"));
            builder.Property(l => l.Warehouse).HasMaxLength(LongestWarehouse);
            builder.HasIndex(l => new { l.CampaignId, l.ItemId });
            builder.HasOne<Campaign>().WithMany().HasForeignKey(l => l.CampaignId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StockItem>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
