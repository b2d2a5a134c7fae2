using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>
/// A person's answer to the question for a subscription notice (订阅通知): each yes to a one-time template is the right to
/// one send. Kept as it came; how many rights are left is counted from these and from what was sent.
/// </summary>
public sealed class NoticeAnswer
{
    private NoticeAnswer() { }

    /// <summary>Hash of what the platform knows the event by; 16 bytes.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>Counts the templates that one event names, from 0.</summary>
    public short Number { get; private set; }

    public PersonId PersonId { get; private set; }

    public string TemplateId { get; private set; } = "";

    public bool Accepted { get; private set; }

    /// <summary>Whether it was switched in the person's settings, instead of being asked for.</summary>
    public bool BySetting { get; private set; }

    /// <summary>The platform's time of the answer; UTC.</summary>
    public DateTimeOffset At { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<NoticeAnswer>
    {
        public void Configure(EntityTypeBuilder<NoticeAnswer> builder)
        {
            builder.ToTable("notice_answer");
            builder.HasKey(a => new { a.Key, a.Number });
            builder.Property(a => a.TemplateId).HasMaxLength(DeliveryReport.LongestId);
            builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(a => new { a.PersonId, a.TemplateId });
            builder.HasIndex(a => a.At);
        }
    }
}
