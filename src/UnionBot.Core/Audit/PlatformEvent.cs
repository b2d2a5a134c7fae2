using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Audit;

/// <summary>Something the platform told about the account or about a person's data, once however often it is repeated.</summary>
public sealed class PlatformEvent
{
    public const int LongestDetail = AuditEntry.LongestReason;

    private PlatformEvent() { }

    /// <summary>Hash of what the platform knows the event by; 16 bytes.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>Stored name of what happened, such as <c>verification/expired</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Whose data it is about; null when about the account, or about nobody we know.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>What more the platform said, with numbers masked; null when nothing.</summary>
    public string? Detail { get; private set; }

    /// <summary>The day it is about, such as that of expiry; null when none was given. UTC.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The platform's time of the event; UTC.</summary>
    public DateTimeOffset At { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<PlatformEvent>
    {
        public void Configure(EntityTypeBuilder<PlatformEvent> builder)
        {
            builder.ToTable("platform_event");
            builder.HasKey(e => e.Key);
            builder.Property(e => e.Kind).HasMaxLength(48);
            builder.Property(e => e.Detail).HasMaxLength(LongestDetail);
            builder.HasIndex(e => new { e.Kind, e.At });
        }
    }
}
