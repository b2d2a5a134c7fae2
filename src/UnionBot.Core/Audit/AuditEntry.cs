using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.Audit;

/// <summary>That somebody did something: never changed, and deleted only by the rules of retention.</summary>
public sealed class AuditEntry
{
    public const int LongestReason = 500;

    private AuditEntry() { }

    internal AuditEntry(AuditActor who, string action, string? subject, string? reason, DateTimeOffset at) =>
        (ActorKind, ActorId, Action, Subject, Reason, At) = (who.Kind, who.Id, action, subject, reason, at);

    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private set; }

    public AuditActorKind ActorKind { get; private set; }

    /// <summary>The staff's or person's id; null for the program.</summary>
    public long? ActorId { get; private set; }

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
            builder.Property(e => e.Action).HasMaxLength(64);
            builder.Property(e => e.Subject).HasMaxLength(96);
            builder.Property(e => e.Reason).HasMaxLength(LongestReason);
            builder.HasIndex(e => e.At);
            builder.HasIndex(e => e.Subject);
            builder.HasIndex(e => new { e.ActorKind, e.ActorId });
        }
    }
}
