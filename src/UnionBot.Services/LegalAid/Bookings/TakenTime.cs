using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// A lawyer's time that is taken, by a booking or by somebody who is deciding. Two exclusion constraints of the database
/// keep the times of one lawyer apart, and those of one room, the rests around them included; so a hold that has run out
/// is deleted by whoever takes the time after it.
/// </summary>
public sealed class TakenTime
{
    private TakenTime() { }

    public Guid Id { get; private set; }

    public long LawyerId { get; private set; }

    /// <summary>Null when nobody has to come anywhere; so is the room.</summary>
    public long? SiteId { get; private set; }

    /// <summary>1 to the number of rooms of the site.</summary>
    public short? Room { get; private set; }

    public ConsultationModes Mode { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>With the rests before and behind.</summary>
    public DateTimeOffset BusyFrom { get; private set; }

    public DateTimeOffset BusyUntil { get; private set; }

    /// <summary>Who is deciding; null for what staff took.</summary>
    public PersonId? HeldBy { get; private set; }

    /// <summary>Until when it is held; null once it is booked. UTC.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<TakenTime>
    {
        public void Configure(EntityTypeBuilder<TakenTime> builder)
        {
            // The exclusion constraints are made by hand in the migration.
            builder.ToTable("legal_taken_time");
            builder.Property(t => t.Id).ValueGeneratedNever();
            builder.Property(t => t.Mode).HasConversion<short>();
            builder.HasIndex(t => t.BusyUntil);

            // Who decides anew lets go of what they were deciding upon.
            builder.HasIndex(t => t.HeldBy).IsUnique().HasFilter("held_until IS NOT NULL");
            builder.HasOne<Lawyer>().WithMany().HasForeignKey(t => t.LawyerId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Site>().WithMany().HasForeignKey(t => t.SiteId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Person>().WithMany().HasForeignKey(t => t.HeldBy).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
