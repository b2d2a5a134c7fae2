using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Work for staff about one person: a question handed over, a second claimant, a wish the bot cannot serve.</summary>
public sealed class Case
{
    /// <summary>The kind of a case that an alarm opens, so that whoever helps has the talk at hand.</summary>
    public const string Crisis = "handover/crisis";

    /// <summary>The bot did not understand three messages in a row.</summary>
    public const string Misunderstood = "handover/misunderstood";

    private Case() { }

    /// <param name="kind">Stored name of what it is about, such as <c>handover/asked</c>.</param>
    /// <param name="subject">Kind and id of what it is about, such as <c>vacancy/17</c>; null when the talk says it all.</param>
    /// <param name="dueAt">When it must be done at the latest; null when no time was promised. UTC.</param>
    public Case(PersonId person, string kind, DateTimeOffset openedAt, string? subject = null, DateTimeOffset? dueAt = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        (PersonId, Kind, OpenedAt, Subject, DueAt) = (person, kind, openedAt, subject, dueAt);
    }

    /// <summary>The number that staff and the person know the case by.</summary>
    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>Kind and id of what it is about, such as <c>vacancy/17</c>; null when the talk says it all.</summary>
    public string? Subject { get; private set; }

    /// <summary>When it must be done at the latest; null when no time was promised. UTC.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public CaseStatus Status { get; private set; } = CaseStatus.Open;

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The member of staff who works on it; null while nobody does.</summary>
    public long? AssigneeId { get; private set; }

    /// <summary>When it was closed; null while it is open. UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When staff on duty were told of it in their chats; null before. UTC.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>How many entries its history has.</summary>
    public int Entries { get; private set; }

    /// <summary>A member of staff works on it from now on, unless a rule forbids it.</summary>
    /// <param name="takeOver">Whether it may be taken from a colleague.</param>
    public bool TryClaim(long staff, bool takeOver, [NotNullWhen(false)] out CaseRefusal? refusal)
    {
        refusal =
            Status is CaseStatus.Closed ? CaseRefusal.Closed :
            !takeOver && AssigneeId is { } other && other != staff ? CaseRefusal.ClaimedByAnother :
            null;
        if (refusal is not null) return false;

        (AssigneeId, Status) = (staff, CaseStatus.Claimed);
        return true;
    }

    /// <summary>办好了, unless a colleague works on it.</summary>
    public bool TryClose(long staff, DateTimeOffset now, [NotNullWhen(false)] out CaseRefusal? refusal)
    {
        if (!TryClaim(staff, takeOver: false, out refusal)) return false;

        (Status, ClosedAt) = (CaseStatus.Closed, now);
        return true;
    }

    /// <summary>The matter has settled itself: nobody has to work on it any longer.</summary>
    public void Settle(DateTimeOffset now) => (Status, ClosedAt) = (CaseStatus.Closed, now);

    /// <summary>Opens a closed case again, for the member of staff who does so.</summary>
    public bool TryReopen(long staff, [NotNullWhen(false)] out CaseRefusal? refusal)
    {
        refusal = Status is CaseStatus.Closed ? null : CaseRefusal.NotClosed;
        if (refusal is not null) return false;

        (Status, ClosedAt, AssigneeId) = (CaseStatus.Claimed, null, staff);
        return true;
    }

    /// <summary>Numbers the next entry of its history; the caller holds the lock of its row.</summary>
    public int NextEntry() => ++Entries;

    internal sealed class Configuration : IEntityTypeConfiguration<Case>
    {
        public void Configure(EntityTypeBuilder<Case> builder)
        {
            builder.ToTable("union_case");
            builder.Property(c => c.Kind).HasMaxLength(64);
            builder.Property(c => c.Status).HasConversion<short>();
            builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany().HasForeignKey(c => c.AssigneeId).OnDelete(DeleteBehavior.Restrict);

            builder.Property(c => c.Subject).HasMaxLength(64);

            // One open case of a kind about one thing a person: asking twice adds to the first.
            builder.HasIndex(c => new { c.PersonId, c.Kind, c.Subject })
                .IsUnique().AreNullsDistinct(false).HasFilter("status <> 2");
            builder.HasIndex(c => new { c.Status, c.OpenedAt });
            builder.HasIndex(c => c.AnnouncedAt);
        }
    }
}

public enum CaseStatus : short
{
    Open = 0,
    Claimed = 1,
    Closed = 2,
}
