using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.Audit;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>One step in the history of a booking.</summary>
public sealed class BookingEvent
{
    private BookingEvent() { }

    /// <param name="reason">Why, sealed; null when nothing was said.</param>
    internal BookingEvent(Guid id, Guid booking, BookingDeed deed, AuditActor who, DateTimeOffset at, byte[]? reason)
    {
        (Id, BookingId, Deed, At, Reason) = (id, booking, deed, at, reason);
        (Actor, ActorId) = (who.Kind, who.Id);
    }

    public Guid Id { get; private set; }

    public Guid BookingId { get; private set; }

    public BookingDeed Deed { get; private set; }

    public AuditActorKind Actor { get; private set; }

    public long? ActorId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Encrypted.</summary>
    public byte[]? Reason { get; private set; }

    /// <summary>It came closer to the start than is fair to the lawyer.</summary>
    public bool IsLate { get; internal init; }

    /// <summary>Where it was before it was moved; null otherwise. UTC.</summary>
    public DateTimeOffset? FromStart { get; internal init; }

    public long? FromLawyer { get; internal init; }

    internal sealed class Configuration : IEntityTypeConfiguration<BookingEvent>
    {
        public void Configure(EntityTypeBuilder<BookingEvent> builder)
        {
            builder.ToTable("legal_booking_event");
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.Property(e => e.Deed).HasConversion<short>();
            builder.Property(e => e.Actor).HasConversion<short>();
            builder.HasIndex(e => new { e.BookingId, e.At });
            builder.HasOne<Booking>().WithMany().HasForeignKey(e => e.BookingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
