using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.Jobs;

/// <summary>One run of a job, kept so that staff see what ran and what failed.</summary>
public sealed class JobRun
{
    /// <summary>The <see cref="Error"/> of a run whose host died.</summary>
    public const string HostLost = "HostLost";

    private JobRun() { }

    /// <param name="due">The planned moment; UTC.</param>
    /// <param name="startedAt">Real time, as is <paramref name="endedAt"/>; UTC.</param>
    /// <param name="error">The type of the exception that ended it; null when it succeeded. Never its message.</param>
    public JobRun(
        string name, DateTimeOffset due, DateTimeOffset startedAt, DateTimeOffset endedAt, JobReport report, string? error)
    {
        (Name, Due, StartedAt, EndedAt) = (name, due, startedAt, endedAt);
        (Done, Skipped, Error) = (report.Done, report.Skipped, error);
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset Due { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset EndedAt { get; private set; }

    public int Done { get; private set; }

    public int Skipped { get; private set; }

    public string? Error { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<JobRun>
    {
        public void Configure(EntityTypeBuilder<JobRun> builder)
        {
            builder.ToTable("job_run");
            builder.Property(r => r.Name).HasMaxLength(64);
            builder.Property(r => r.Error).HasMaxLength(128);
            builder.HasIndex(r => new { r.Name, r.StartedAt });
            builder.HasIndex(r => r.StartedAt);
        }
    }
}
