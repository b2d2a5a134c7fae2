using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.Outcomes;

/// <summary>
/// What came of a consultation (办理结果). What was written stays: whoever corrects it writes a further version, and only the one that
/// was not replaced counts.
/// </summary>
public sealed class Outcome
{
    private Outcome() { }

    /// <param name="id">Made before, since the note is sealed for it.</param>
    /// <param name="version">From 1.</param>
    /// <param name="note">Sealed; null when nothing was written.</param>
    /// <param name="at">UTC.</param>
    internal Outcome(Guid id, Guid booking, int version, OutcomeDetails details, byte[]? note, AuditActor who, DateTimeOffset at)
    {
        if (!details.IsPossible) throw new ArgumentException("Such an outcome cannot be.", nameof(details));

        (Id, BookingId, Version, Note, WrittenAt) = (id, booking, version, note, at);
        (Kinds, People, AmountInvolvedFen, AmountRecoveredFen, Minutes, IsSettled) =
            (details.Kinds, details.People, details.AmountInvolvedFen, details.AmountRecoveredFen, details.Minutes, details.IsSettled);
        (Actor, ActorId) = (who.Kind, who.Id);
    }

    public Guid Id { get; private set; }

    public Guid BookingId { get; private set; }

    public int Version { get; private set; }

    public OutcomeKinds Kinds { get; private set; }

    /// <inheritdoc cref="OutcomeDetails.People"/>
    public int? People { get; private set; }

    /// <inheritdoc cref="OutcomeDetails.AmountInvolvedFen"/>
    public long? AmountInvolvedFen { get; private set; }

    /// <inheritdoc cref="OutcomeDetails.AmountRecoveredFen"/>
    public long? AmountRecoveredFen { get; private set; }

    /// <inheritdoc cref="OutcomeDetails.Minutes"/>
    public int? Minutes { get; private set; }

    /// <inheritdoc cref="OutcomeDetails.IsSettled"/>
    public bool? IsSettled { get; private set; }

    /// <summary>Encrypted; null when nothing was written, or once it was forgotten.</summary>
    public byte[]? Note { get; private set; }

    /// <summary>Who wrote it.</summary>
    public AuditActorKind Actor { get; private set; }

    public long? ActorId { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When a further version took its place; null for the one that counts. UTC.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    internal void Replace(DateTimeOffset now) => ReplacedAt = now;

    internal sealed class Configuration : IEntityTypeConfiguration<Outcome>
    {
        public void Configure(EntityTypeBuilder<Outcome> builder)
        {
            builder.ToTable("legal_outcome");
            builder.Property(o => o.Id).ValueGeneratedNever();
            builder.Property(o => o.Kinds).HasConversion<short>();
            builder.Property(o => o.Actor).HasConversion<short>();

            // Of two who correct the same version at once one is told that it has changed.
            builder.HasIndex(o => new { o.BookingId, o.Version }).IsUnique();
            builder.HasOne<Booking>().WithMany().HasForeignKey(o => o.BookingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
