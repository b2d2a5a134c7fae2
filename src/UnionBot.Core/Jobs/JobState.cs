using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.Jobs;

/// <summary>How far a job has come. Its row is locked while a host runs it.</summary>
public sealed class JobState
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private JobState() { }

    public string Name { get; private set; } = "";

    /// <summary>The last planned moment that is dealt with, by the business clock; UTC.</summary>
    public DateTimeOffset DoneUntil { get; private set; }

    /// <summary>Failed runs in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Not run before this moment of real time, because it failed; null otherwise. UTC.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <param name="due">The planned moment that was run.</param>
    public void Succeed(DateTimeOffset due) => (DoneUntil, Failures, RetryAt) = (due, 0, null);

    /// <summary>The same moment is run again later: after a minute, then two, four … at most an hour.</summary>
    /// <param name="now">Real time; UTC.</param>
    public void Fail(DateTimeOffset now)
    {
        var wait = ShortestWait * Math.Pow(2, Math.Min(Failures, 10));
        (Failures, RetryAt) = (Failures + 1, now + (wait < LongestWait ? wait : LongestWait));
    }

    internal sealed class Configuration : IEntityTypeConfiguration<JobState>
    {
        public void Configure(EntityTypeBuilder<JobState> builder)
        {
            builder.ToTable("job_schedule");
            builder.HasKey(s => s.Name);
            builder.Property(s => s.Name).HasMaxLength(64);
        }
    }
}
