using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.FollowUps;

/// <summary>On the day after a consultation the person is asked once whether it helped (回访), and then how content they are.</summary>
public sealed class ConsultationFollowUp
{
    public const int BestScore = 5;

    private ConsultationFollowUp() { }

    /// <param name="askedAt">UTC.</param>
    internal ConsultationFollowUp(Guid booking, PersonId person, DateTimeOffset askedAt) => (BookingId, PersonId, AskedAt) = (booking, person, askedAt);

    public Guid BookingId { get; private set; }

    public PersonId PersonId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>What they said; null while they have not answered.</summary>
    public Solved? Solved { get; private set; }

    public DateTimeOffset? SolvedAt { get; private set; }

    /// <summary>1, very discontent, to 5; null while they have not said.</summary>
    public short? Score { get; private set; }

    public DateTimeOffset? ScoredAt { get; private set; }

    /// <summary>A later word takes the place of the first.</summary>
    internal void Answer(Solved solved, DateTimeOffset now) => (Solved, SolvedAt) = (solved, now);

    internal void Rate(int score, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(score, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, BestScore);
        (Score, ScoredAt) = ((short)score, now);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ConsultationFollowUp>
    {
        public void Configure(EntityTypeBuilder<ConsultationFollowUp> builder)
        {
            // Once for each consultation.
            builder.ToTable("legal_follow_up");
            builder.HasKey(f => f.BookingId);
            builder.Property(f => f.Solved).HasConversion<short?>();
            builder.HasIndex(f => new { f.PersonId, f.AskedAt });
            builder.HasOne<Booking>().WithOne().HasForeignKey<ConsultationFollowUp>(f => f.BookingId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>解决了吗. Stored as number: never changed.</summary>
public enum Solved : short
{
    Yes = 1,
    Partly = 2,
    No = 3,
}
