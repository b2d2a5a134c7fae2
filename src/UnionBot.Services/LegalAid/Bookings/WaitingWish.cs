using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Somebody waits for a time that is not free yet (候补). A later wish of the same person takes the place of the first, and keeps its turn.</summary>
public sealed class WaitingWish
{
    private WaitingWish() { }

    /// <param name="id">Made before, since the wish is sealed for it.</param>
    /// <param name="now">UTC.</param>
    internal WaitingWish(Guid id, PersonId person, DateTimeOffset now) => (Id, PersonId, AskedAt) = (id, person, now);

    public Guid Id { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>A <see cref="KeptWish"/>, encrypted.</summary>
    public byte[] Wish { get; private set; } = [];

    public bool IsUrgent { get; private set; }

    /// <summary>The last day that would do, in China.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>By it their turn comes; UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Until when a time is kept for them; null when none is. UTC.</summary>
    public DateTimeOffset? OfferedUntil { get; private set; }

    /// <summary>The offer that stands, by its hold; null when none does.</summary>
    public Guid? OfferedTimeId { get; private set; }

    /// <param name="sealed">The wish, encrypted.</param>
    internal void Want(byte[] @sealed, bool isUrgent, DateOnly until) => (Wish, IsUrgent, Until) = (@sealed, isUrgent, until);

    internal void Offer(Guid time, DateTimeOffset until) => (OfferedTimeId, OfferedUntil) = (time, until);

    internal void Withdraw() => (OfferedTimeId, OfferedUntil) = (null, null);

    internal sealed class Configuration : IEntityTypeConfiguration<WaitingWish>
    {
        public void Configure(EntityTypeBuilder<WaitingWish> builder)
        {
            builder.ToTable("legal_waiting");
            builder.Property(w => w.Id).ValueGeneratedNever();
            builder.HasIndex(w => w.PersonId).IsUnique();
            builder.HasIndex(w => new { w.IsUrgent, w.AskedAt });
            builder.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A time that somebody on the waiting list was offered and did not take: it is not offered to them again.</summary>
public sealed class WaitingOffer
{
    private WaitingOffer() { }

    internal WaitingOffer(Guid waiting, long lawyer, DateTimeOffset startsAt, DateTimeOffset at) =>
        (WaitingId, LawyerId, StartsAt, At) = (waiting, lawyer, startsAt, at);

    public Guid WaitingId { get; private set; }

    public long LawyerId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<WaitingOffer>
    {
        public void Configure(EntityTypeBuilder<WaitingOffer> builder)
        {
            builder.ToTable("legal_waiting_offer");
            builder.HasKey(o => new { o.WaitingId, o.LawyerId, o.StartsAt });
            builder.HasOne<WaitingWish>().WithMany().HasForeignKey(o => o.WaitingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
