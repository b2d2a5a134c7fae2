using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>A booking whose time staff had to take back, such as when a lawyer is ill: other times were offered, and an answer is waited for.</summary>
public sealed class Displacement
{
    private Displacement() { }

    public Guid BookingId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Who has not answered by then is called; UTC.</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    /// <summary>When it was moved or cancelled; null before. UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When it came onto the list of those who are called; null before. UTC.</summary>
    public DateTimeOffset? ListedAt { get; private set; }

    /// <summary>Another time was chosen, or none is needed: nobody has to call about it.</summary>
    internal static Task<int> AnswerAsync(UnionDb db, Guid booking, DateTimeOffset now, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"UPDATE legal_displacement SET answered_at = {now} WHERE booking_id = {booking} AND answered_at IS NULL", ct);

    internal sealed class Configuration : IEntityTypeConfiguration<Displacement>
    {
        public void Configure(EntityTypeBuilder<Displacement> builder)
        {
            builder.ToTable("legal_displacement");
            builder.HasKey(d => d.BookingId);
            builder.HasIndex(d => d.AnswerBy).HasFilter("answered_at IS NULL");
            builder.HasOne<Booking>().WithOne().HasForeignKey<Displacement>(d => d.BookingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
