using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.Campaigns.Stock;

/// <summary>A thing that is given: 大米, 袋.</summary>
public sealed class StockItem
{
    public const int LongestName = 20;
    public const int LongestUnit = 4;

    private StockItem() { }

    public StockItem(string name, string unit) => (Name, Unit) = (name, unit);

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>In which it is counted: 袋.</summary>
    public string Unit { get; private set; } = "";

    internal sealed class Configuration : IEntityTypeConfiguration<StockItem>
    {
        public void Configure(EntityTypeBuilder<StockItem> builder)
        {
            builder.ToTable("stock_item");
            builder.Property(i => i.Name).HasMaxLength(LongestName);
            builder.Property(i => i.Unit).HasMaxLength(LongestUnit);
            builder.HasIndex(i => i.Name).IsUnique();
        }
    }
}
