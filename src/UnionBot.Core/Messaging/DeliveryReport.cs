using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>What the platform reported of a send of ours, as it came: each report once, whatever the ledger knew then.</summary>
public sealed class DeliveryReport
{
    /// <summary>Longer ids and names of templates than the platform's are cut.</summary>
    internal const int LongestId = 64;

    private DeliveryReport() { }

    /// <summary>Hash of what the platform knows the report by; 16 bytes.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>Counts the sends that one report names, from 0.</summary>
    public short Number { get; private set; }

    public ReportedSend Kind { get; private set; }

    /// <summary>The platform's id of the send; of a publication its publish_id.</summary>
    public string PlatformId { get; private set; } = "";

    /// <summary>Of a subscription notice: by which template; null otherwise.</summary>
    public string? TemplateId { get; private set; }

    /// <summary>To whom it was sent; null when to many, or to nobody we know.</summary>
    public PersonId? PersonId { get; private set; }

    public ReportedOutcome Outcome { get; private set; }

    /// <summary>The platform's number for why it failed; null when it gave none.</summary>
    public int? ErrorCode { get; private set; }

    /// <summary>Of a send to many: followers who were meant; null otherwise.</summary>
    public long? Total { get; private set; }

    /// <summary>Of these, left after monthly limit and refusals were taken out.</summary>
    public long? Filtered { get; private set; }

    public long? Sent { get; private set; }

    public long? Failed { get; private set; }

    /// <summary>The platform's time of the report; UTC.</summary>
    public DateTimeOffset At { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<DeliveryReport>
    {
        public void Configure(EntityTypeBuilder<DeliveryReport> builder)
        {
            builder.ToTable("delivery_report");
            builder.HasKey(r => new { r.Key, r.Number });
            builder.Property(r => r.Kind).HasConversion<short>();
            builder.Property(r => r.Outcome).HasConversion<short>();
            builder.Property(r => r.PlatformId).HasMaxLength(LongestId);
            builder.Property(r => r.TemplateId).HasMaxLength(LongestId);
            builder.HasIndex(r => new { r.PlatformId, r.Kind });
            builder.HasIndex(r => new { r.PersonId, r.TemplateId }).HasFilter("kind = 2");
            builder.HasIndex(r => r.At);
        }
    }
}

/// <summary>By which way something was sent. Stored as a number, so never reordered.</summary>
public enum ReportedSend : short
{
    Template = 0,

    /// <summary>群发.</summary>
    Mass = 1,

    /// <summary>订阅通知.</summary>
    Notice = 2,

    /// <summary>发布: an article, to nobody in particular.</summary>
    Publication = 3,
}

/// <summary>How it ended. Stored as a number, so never reordered.</summary>
public enum ReportedOutcome : short
{
    Delivered = 0,

    /// <summary>The receiver does not take messages of the account.</summary>
    RefusedByPerson = 1,
    Failed = 2,

    /// <summary>The platform is still at it, and will report again.</summary>
    Pending = 3,
}
