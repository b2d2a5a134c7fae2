using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Somebody's life or safety may be at stake: reaches people on duty one after the other until one answers.</summary>
public sealed class Alarm
{
    /// <summary>How long one has to answer before the next is called, by the business clock.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>A member of staff who does not answer is called to one alarm at most this seldom.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(30);

    private Alarm() { }

    public Alarm(PersonId person, CrisisKind kind, DateTimeOffset raisedAt) =>
        (PersonId, Kind, RaisedAt, NextAt) = (person, kind, raisedAt, raisedAt);

    /// <summary>The number by which staff acknowledge it: 收到 3.</summary>
    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public CrisisKind Kind { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>How many times somebody was called.</summary>
    public int Steps { get; private set; }

    /// <summary>When the next is called, unless it is acknowledged. UTC.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>When the webhook is to be told, on real time; null when it has been told of the last step. UTC.</summary>
    public DateTimeOffset? WebhookAt { get; private set; }

    /// <summary>When a person on duty said that they take care of it; null before. UTC.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>The member of staff who takes care of it; null before.</summary>
    public long? AcknowledgedBy { get; private set; }

    /// <summary>Somebody is called; the next is in two minutes.</summary>
    /// <param name="now">By the business clock.</param>
    /// <param name="realNow">Real time, from which on the webhook is to be told.</param>
    /// <returns>The number of the step, from 1.</returns>
    public int Call(DateTimeOffset now, DateTimeOffset realNow)
    {
        (NextAt, WebhookAt) = (now + Patience, realNow);
        return ++Steps;
    }

    /// <summary>
    /// How long nobody is called again who has been called so often: two minutes, and twice as long each time. The platform lets five
    /// messages through in 48 hours, and who slept through three will rather hear one in half an hour than two more at once.
    /// </summary>
    public static TimeSpan GapAfter(int calls)
    {
        var gap = Patience * Math.Pow(2, Math.Min(calls, 8) - 1);
        return gap < LongestGap ? gap : LongestGap;
    }

    /// <returns>False when somebody has taken care of it before.</returns>
    public bool TryAcknowledge(long staff, DateTimeOffset now)
    {
        if (AcknowledgedAt is not null) return false;

        (AcknowledgedBy, AcknowledgedAt, WebhookAt) = (staff, now, null);
        return true;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Alarm>
    {
        public void Configure(EntityTypeBuilder<Alarm> builder)
        {
            builder.ToTable("alarm");
            builder.Property(a => a.Kind).HasConversion<short>();
            builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany().HasForeignKey(a => a.AcknowledgedBy).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(a => a.NextAt).HasFilter("acknowledged_at IS NULL");
            builder.HasIndex(a => a.WebhookAt).HasFilter("webhook_at IS NOT NULL");

            // Who writes ten desperate messages raises one alarm, until somebody has answered it.
            builder.HasIndex(a => new { a.PersonId, a.Kind }).IsUnique().HasFilter("acknowledged_at IS NULL");
        }
    }
}
