using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.MyData;

/// <summary>A person asked to be forgotten. All moments are by the business clock; UTC.</summary>
public sealed class DeletionRequest
{
    /// <summary>So long it can be taken back.</summary>
    public static readonly TimeSpan CoolOff = TimeSpan.FromDays(7);

    private DeletionRequest() { }

    public DeletionRequest(PersonId person, DateTimeOffset now) => (PersonId, RequestedAt, DueAt) = (person, now, now + CoolOff);

    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it was carried out or taken back; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsWithdrawn { get; private set; }

    /// <summary>Stored name of what keeps it from being carried out, such as <c>case/open</c>; null when nothing does.</summary>
    public string? HeldBy { get; private set; }

    public void Hold(string reason) => HeldBy = reason;

    public void Withdraw(DateTimeOffset now) => (EndedAt, IsWithdrawn) = (now, true);

    public void Complete(DateTimeOffset now) => (EndedAt, HeldBy) = (now, null);

    internal sealed class Configuration : IEntityTypeConfiguration<DeletionRequest>
    {
        public void Configure(EntityTypeBuilder<DeletionRequest> builder)
        {
            builder.ToTable("deletion_request");
            builder.Property(r => r.HeldBy).HasMaxLength(64);
            builder.HasIndex(r => r.PersonId).IsUnique().HasFilter("ended_at IS NULL");
            builder.HasIndex(r => r.DueAt).HasFilter("ended_at IS NULL");
        }
    }
}
