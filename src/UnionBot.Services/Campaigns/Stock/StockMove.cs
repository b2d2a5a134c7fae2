using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Visits;

namespace UnionBot.Services.Campaigns.Stock;

/// <summary>One line of the book of a lot; never changed. Received = in store + carried + given + lost, at any moment.</summary>
public sealed class StockMove
{
    public const int LongestReason = 100;

    private StockMove() { }

    public long Id { get; private set; }

    public long LotId { get; private set; }

    public StockMoveKind Kind { get; private set; }

    /// <summary>Always above 0; the kind says from where to where.</summary>
    public int Count { get; private set; }

    /// <summary>Who carries, or carried it; null for what came into the warehouse.</summary>
    public long? StaffId { get; private set; }

    /// <summary>Null but for what was given.</summary>
    public long? VisitId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Why it was lost; null for the others.</summary>
    public string? Reason { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StockMove>
    {
        public void Configure(EntityTypeBuilder<StockMove> builder)
        {
            builder.ToTable("stock_move", table => table.HasCheckConstraint("stock_move_count", "count > 0"));
            builder.Property(m => m.Kind).HasConversion<short>();
            builder.Property(m => m.Reason).HasMaxLength(LongestReason);
            builder.HasIndex(m => m.LotId);
            builder.HasIndex(m => m.VisitId).HasFilter("visit_id IS NOT NULL");
            builder.HasOne<StockLot>().WithMany().HasForeignKey(m => m.LotId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany().HasForeignKey(m => m.StaffId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Visit>().WithMany().HasForeignKey(m => m.VisitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum StockMoveKind : short
{
    Received = 1,

    /// <summary>领料: from the warehouse to a visitor.</summary>
    Issued = 2,

    /// <summary>From a visitor to a target.</summary>
    Given = 3,

    /// <summary>退库: from a visitor to the warehouse.</summary>
    Returned = 4,

    /// <summary>损耗: from a visitor, approved.</summary>
    Lost = 5,

    /// <summary>A visit was undone: from the target to the visitor.</summary>
    TakenBack = 6,
}
