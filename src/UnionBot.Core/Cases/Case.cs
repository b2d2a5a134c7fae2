using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Work for staff about one person: a question handed over, a second claimant, a wish the bot cannot serve.</summary>
public sealed class Case
{
    private Case() { }

    /// <param name="kind">Stored name of what it is about, such as <c>handover/asked</c>.</param>
    public Case(PersonId person, string kind, DateTimeOffset openedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        (PersonId, Kind, OpenedAt) = (person, kind, openedAt);
    }

    /// <summary>The number that staff and the person know the case by.</summary>
    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public string Kind { get; private set; } = "";

    public CaseStatus Status { get; private set; } = CaseStatus.Open;

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The member of staff who works on it; null while nobody does.</summary>
    public long? AssigneeId { get; private set; }

    /// <summary>When it was closed; null while it is open. UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Case>
    {
        public void Configure(EntityTypeBuilder<Case> builder)
        {
            builder.ToTable("union_case");
            builder.Property(c => c.Kind).HasMaxLength(64);
            builder.Property(c => c.Status).HasConversion<short>();
            builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);

            // One open case of a kind a person: asking twice adds to the first.
            builder.HasIndex(c => new { c.PersonId, c.Kind }).IsUnique().HasFilter("status <> 2");
            builder.HasIndex(c => new { c.Status, c.OpenedAt });
        }
    }
}

public enum CaseStatus : short
{
    Open = 0,
    Claimed = 1,
    Closed = 2,
}
