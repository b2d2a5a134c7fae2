using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Services.Campaigns.Stock;

namespace UnionBot.Services.Campaigns.Visits;

/// <summary>What was handed over at a visit, from one lot.</summary>
public sealed class VisitGift
{
    private VisitGift() { }

    public VisitGift(long visit, long lot, int count) => (VisitId, LotId, Count) = (visit, lot, count);

    public long VisitId { get; private set; }

    public long LotId { get; private set; }

    public int Count { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<VisitGift>
    {
        public void Configure(EntityTypeBuilder<VisitGift> builder)
        {
            builder.ToTable("visit_gift", table => table.HasCheckConstraint("visit_gift_count", "count > 0"));
            builder.HasKey(g => new { g.VisitId, g.LotId });
            builder.HasOne<Visit>().WithMany().HasForeignKey(g => g.VisitId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<StockLot>().WithMany().HasForeignKey(g => g.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
