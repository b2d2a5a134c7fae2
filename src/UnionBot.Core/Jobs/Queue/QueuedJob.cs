using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.Jobs.Queue;

/// <summary>One piece of one-off work that is not done yet.</summary>
public sealed class QueuedJob
{
    private QueuedJob() { }

    /// <param name="payload">JSON.</param>
    /// <param name="due">By the business clock; UTC.</param>
    public QueuedJob(string name, string payload, DateTimeOffset due)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Payload, Due) = (name, payload, due);
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Payload { get; private set; } = "";

    public DateTimeOffset Due { get; private set; }

    /// <summary>Failed tries so far.</summary>
    public int Failures { get; private set; }

    /// <summary>The type of the exception that ended the last try; null when none failed.</summary>
    public string? Error { get; private set; }

    /// <summary>Not tried before this moment of real time, because it failed; null otherwise. UTC.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>Names the claim of the host that is at it; null while none is.</summary>
    public Guid? Lease { get; private set; }

    /// <summary>Until when, by the database's clock, no other host may take it over; UTC.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<QueuedJob>
    {
        public void Configure(EntityTypeBuilder<QueuedJob> builder)
        {
            builder.ToTable("queued_job");
            builder.Property(j => j.Name).HasMaxLength(64);
            builder.Property(j => j.Error).HasMaxLength(128);
            builder.HasIndex(j => j.Due);
        }
    }
}
