using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Stock;

/// <summary>What a visitor has taken from a lot and not yet given or brought back.</summary>
public sealed class CarriedStock
{
    private CarriedStock() { }

    public long StaffId { get; private set; }

    public long LotId { get; private set; }

    public int Count { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CarriedStock>
    {
        public void Configure(EntityTypeBuilder<CarriedStock> builder)
        {
            builder.ToTable("carried_stock", table => table.HasCheckConstraint("carried_stock_left", "count >= 0"));
            builder.HasKey(c => new { c.StaffId, c.LotId });
            builder.HasOne<Staff>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<StockLot>().WithMany().HasForeignKey(c => c.LotId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
