using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.Audit;

/// <summary>
/// That somebody did something. The database refuses to change it, or to delete it otherwise than by
/// <see cref="AuditLog.ForgetAsync"/>.
/// </summary>
public sealed class AuditEntry
{
    public const int LongestReason = 500;
    public const int LongestName = 64;

    private AuditEntry() { }

    internal AuditEntry(AuditActor who, string action, string? subject, string? reason, DateTimeOffset at) =>
        (ActorKind, ActorId, ActorName, Action, Subject, Reason, At) = (who.Kind, who.Id, who.Name, action, subject, reason, at);

    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public AuditActorKind ActorKind { get; private set; }

    /// <summary>The staff's or person's id; null for the others.</summary>
    public long? ActorId { get; private set; }

    /// <summary>The account of a user of the server; null for the others.</summary>
    public string? ActorName { get; private set; }

    /// <summary>Stored name of the deed, such as <c>members/import</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Kind and id of what it was done to, such as <c>member/17</c>; null when the action says it all.</summary>
    public string? Subject { get; private set; }

    /// <summary>Why, with numbers of people masked; null when nobody had to say.</summary>
    public string? Reason { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("audit_entry");
            builder.Property(e => e.ActorKind).HasConversion<short>();
            builder.Property(e => e.ActorName).HasMaxLength(LongestName);
            builder.Property(e => e.Action).HasMaxLength(64);
            builder.Property(e => e.Subject).HasMaxLength(96);
            builder.Property(e => e.Reason).HasMaxLength(LongestReason);
            builder.HasIndex(e => e.At);
            builder.HasIndex(e => e.Subject);
            builder.HasIndex(e => new { e.ActorKind, e.ActorId });
        }
    }
}
