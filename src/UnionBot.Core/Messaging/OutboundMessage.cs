using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>
/// One message to one person: the only way words leave the union. Answers "what did we tell whom, when, why, and
/// did it arrive". Partitioned by <see cref="Period"/>, which belongs to the occasion.
/// </summary>
public sealed class OutboundMessage
{
    private OutboundMessage() { }

    public long Id { get; private set; }

    /// <summary>The first day of the month the occasion belongs to, in UTC.</summary>
    public DateOnly Period { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>Why this is said. A person hears of one occasion at most once: (person, occasion, period) is unique.</summary>
    public string Occasion { get; private set; } = "";

    /// <summary>The words, encrypted.</summary>
    public byte[] Text { get; private set; } = [];

    /// <summary>
    /// The same in short fields, encrypted, for when the person's chat is closed to free words; null when there is none.
    /// </summary>
    public byte[]? Notice { get; private set; }

    public OutboundStatus Status { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>From this moment on it is no longer worth saying.</summary>
    public DateTimeOffset NotAfter { get; private set; }

    /// <summary>Until when the host that claimed it may send it, on real time; null when nobody has claimed it.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    public short Attempts { get; private set; }

    /// <summary>The platform's errcode of the last attempt; null when there was none or it succeeded.</summary>
    public int? ErrorCode { get; private set; }

    /// <summary>By what the platform reports later whether it arrived; null when it does not report.</summary>
    public string? PlatformId { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<OutboundMessage>
    {
        public void Configure(EntityTypeBuilder<OutboundMessage> builder)
        {
            // Partitioned, so made by hand in the migration.
            builder.ToTable("outbound", table => table.ExcludeFromMigrations());
            builder.HasKey(m => new { m.Id, m.Period });
            builder.Property(m => m.Status).HasConversion<short>();
        }
    }
}
