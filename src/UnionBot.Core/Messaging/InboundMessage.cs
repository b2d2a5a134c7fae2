using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>
/// One thing a person said or did, as the platform gave it to us. The key of a message is part of the primary key,
/// so that a repeated delivery can have no second effect; partitioned by the month of <see cref="SentAt"/>.
/// </summary>
public sealed class InboundMessage
{
    private InboundMessage() { }

    public PersonId PersonId { get; private set; }

    /// <summary>The platform's own time of the message (CreateTime), to the second; UTC.</summary>
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>Hash of what the platform knows the message by; 16 bytes.</summary>
    public byte[] Key { get; private set; } = [];

    public InputKind Kind { get; private set; }

    /// <summary>What was said, numbers masked, encrypted; see <see cref="MessageBody"/>. Null when there was nothing.</summary>
    public byte[]? Body { get; private set; }

    /// <summary>The words with their numbers, encrypted, from keeping until the answer commits; null ever after.</summary>
    public byte[]? Secret { get; private set; }

    /// <summary>When we took it in, by the business clock; UTC.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When the turn it led to committed; null while it waits to be answered. UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<InboundMessage>
    {
        public void Configure(EntityTypeBuilder<InboundMessage> builder)
        {
            // Partitioned, so made by hand in the migration, with a column failures that only FailedMessages reads.
            builder.ToTable("inbound", table => table.ExcludeFromMigrations());
            builder.HasKey(m => new { m.PersonId, m.SentAt, m.Key });
            builder.Property(m => m.Kind).HasConversion<short>();
        }
    }
}
