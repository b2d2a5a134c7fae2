using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.Jobs;

/// <summary>How far a job has come, and which host is at it.</summary>
public sealed class JobState
{
    private JobState() { }

    public string Name { get; private set; } = "";

    /// <summary>The last planned moment that is dealt with, by the business clock; UTC.</summary>
    public DateTimeOffset DoneUntil { get; private set; }

    /// <summary>Failed runs in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Not run before this moment of real time, because it failed; null otherwise. UTC.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>When staff asked for a run besides the planned ones, in real time; null when they did not. UTC.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>Names the claim of the host that runs it; null while none does.</summary>
    public Guid? Lease { get; private set; }

    /// <summary>Until when, by the database's clock, no other host may take the job over; UTC.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>The host that runs it, and since when in real time; null while none does.</summary>
    public string? Host { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <param name="due">The planned moment that was run.</param>
    public void Succeed(DateTimeOffset due)
    {
        (DoneUntil, Failures, RetryAt, AskedAt) = (due > DoneUntil ? due : DoneUntil, 0, null, null);
        Release();
    }

    /// <summary>The same moment is run again later.</summary>
    /// <param name="now">Real time; UTC.</param>
    public void Fail(DateTimeOffset now)
    {
        (Failures, RetryAt, AskedAt) = (Failures + 1, now + BackOff.After(Failures), null);
        Release();
    }

    private void Release() => (Lease, LeasedUntil, Host, StartedAt) = (null, null, null, null);

    internal sealed class Configuration : IEntityTypeConfiguration<JobState>
    {
        public void Configure(EntityTypeBuilder<JobState> builder)
        {
            builder.ToTable("job_schedule");
            builder.HasKey(s => s.Name);
            builder.Property(s => s.Name).HasMaxLength(64);
            builder.Property(s => s.Host).HasMaxLength(64);
        }
    }
}
