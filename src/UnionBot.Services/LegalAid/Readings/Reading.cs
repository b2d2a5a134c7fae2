using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.Readings;

/// <summary>Somebody read what was told in a consultation (查阅记录): who, when and why. Written before anything is shown, and never changed.</summary>
public sealed class Reading
{
    public const int LongestReason = 200;

    private Reading() { }

    /// <param name="id">Made before, since the reason is sealed for it.</param>
    /// <param name="reason">Sealed: it may tell of the case.</param>
    /// <param name="at">UTC.</param>
    internal Reading(Guid id, Guid booking, AuditActor who, ReadingRight right, byte[] reason, DateTimeOffset at)
    {
        (Id, BookingId, Right, Reason, At) = (id, booking, right, reason, at);
        (Actor, ActorId) = (who.Kind, who.Id!.Value);
    }

    public Guid Id { get; private set; }

    public Guid BookingId { get; private set; }

    /// <summary>A member of staff, or a person who is bound as a lawyer.</summary>
    public AuditActorKind Actor { get; private set; }

    public long ActorId { get; private set; }

    public ReadingRight Right { get; private set; }

    /// <summary>In their words, encrypted.</summary>
    public byte[] Reason { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Reading>
    {
        public void Configure(EntityTypeBuilder<Reading> builder)
        {
            builder.ToTable("legal_reading");
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.Property(r => r.Actor).HasConversion<short>();
            builder.Property(r => r.Right).HasConversion<short>();
            builder.HasIndex(r => new { r.BookingId, r.At });
            builder.HasIndex(r => r.At);
            builder.HasOne<Booking>().WithMany().HasForeignKey(r => r.BookingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>By which right somebody read. Stored as number: never changed.</summary>
public enum ReadingRight : short
{
    /// <summary>The lawyer who gives the consultation.</summary>
    AssignedLawyer = 0,

    /// <summary>劳动法律监督员.</summary>
    LegalSupervisor = 1,
}
