using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Somebody's life or safety may be at stake: reaches people on duty one after the other until one answers.</summary>
public sealed class Alarm
{
    private Alarm() { }

    public Alarm(PersonId person, CrisisKind kind, DateTimeOffset raisedAt) =>
        (PersonId, Kind, RaisedAt) = (person, kind, raisedAt);

    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public CrisisKind Kind { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>When a person on duty said that they take care of it; null before. UTC.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>The member of staff who takes care of it; null before.</summary>
    public long? AcknowledgedBy { get; private set; }

    public void Acknowledge(long staff, DateTimeOffset now)
    {
        if (AcknowledgedAt is not null) return;
        (AcknowledgedBy, AcknowledgedAt) = (staff, now);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Alarm>
    {
        public void Configure(EntityTypeBuilder<Alarm> builder)
        {
            builder.ToTable("alarm");
            builder.Property(a => a.Kind).HasConversion<short>();
            builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(a => a.RaisedAt).HasFilter("acknowledged_at IS NULL");
        }
    }
}
