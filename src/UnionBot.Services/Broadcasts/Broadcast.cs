using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Broadcasts;

/// <summary>One text to many (群发): written by one member of staff, released by another, sent once.</summary>
public sealed class Broadcast
{
    private Broadcast() { }

    /// <param name="now">UTC.</param>
    public Broadcast(BroadcastContent content, long staff, DateTimeOffset now) => Write(content, staff, now);

    /// <summary>The number by which staff name it.</summary>
    public int Id { get; private set; }

    /// <summary>For staff alone; people never see it.</summary>
    public string Title { get; private set; } = "";

    public BroadcastRoute Route { get; private set; }

    public BroadcastPurpose Purpose { get; private set; }

    /// <summary>The words as they were written, or what people see of articles.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The platform's id of the draft whose articles are sent; null where a text is.</summary>
    public string? DraftId { get; private set; }

    public string? DraftDigest { get; private set; }

    /// <summary>Not sent before; UTC.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>From then on no longer worth sending; UTC.</summary>
    public DateTimeOffset NotAfter { get; private set; }

    /// <summary>The node it is for, with all below; null for the whole union.</summary>
    public long? OrganisationId { get; private set; }

    public string[] Districts { get; private set; } = [];

    public string[] WorkerTypes { get; private set; } = [];

    public string[] Tags { get; private set; } = [];

    public short[] Levels { get; private set; } = [];

    public string? CaseKind { get; private set; }

    public BroadcastState State { get; private set; }

    /// <summary>Counts the changes; one is only made upon the version that was looked at.</summary>
    public int Version { get; private set; }

    /// <summary>Whoever had a hand in it, the first writer first: none of them can release it.</summary>
    public long[] Authors { get; private set; } = [];

    public long ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Null while nobody has, or since it was changed.</summary>
    public long? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>For what the people were chosen, in the approver's words; null before.</summary>
    public string? Reason { get; private set; }

    /// <summary>When its people were fixed and the first could be sent; null before. UTC.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Whether too many failed, so that it stopped by itself.</summary>
    public bool PausedItself { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Audience Audience => new(
        OrganisationId, Districts, WorkerTypes, Tags, [.. Levels.Select(l => (MemberLevel)l)], CaseKind);

    public BroadcastContent Content => new(Title, Route, Purpose, Text, Audience, NotBefore, NotAfter)
    {
        Draft = DraftId is { } id ? new BroadcastDraft(id, DraftDigest!) : null,
    };

    /// <summary>Changes what is said, to whom or when. What was released must be released again, unless only its title changed.</summary>
    /// <param name="seen">The version that was looked at.</param>
    public bool TryChange(BroadcastContent content, long staff, int seen, DateTimeOffset now, [NotNullWhen(false)] out BroadcastRefusal? refusal)
    {
        refusal = RefusalOf(seen, BroadcastState.Draft, BroadcastState.Approved);
        if (refusal is not null) return false;

        if (!content.IsSaidAs(Content)) TakeReleaseBack();
        Write(content, staff, now);
        return true;
    }

    /// <summary>Releases it: by somebody else than those who wrote it.</summary>
    /// <param name="reason">For what the people were chosen.</param>
    public bool TryApprove(long staff, int seen, string reason, DateTimeOffset now, [NotNullWhen(false)] out BroadcastRefusal? refusal)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        refusal =
            RefusalOf(seen, BroadcastState.Draft) ??
            (Authors.Contains(staff) ? BroadcastRefusal.OwnWork :
             NotAfter <= now ? BroadcastRefusal.WindowOver :
             reason.Trim().Length > BroadcastContent.LongestReason ? BroadcastRefusal.ReasonTooLong :
             null);
        if (refusal is not null) return false;

        (State, ApprovedBy, ApprovedAt, Reason) = (BroadcastState.Approved, staff, now, reason.Trim());
        Version++;
        return true;
    }

    /// <summary>Its people are fixed: from now on nothing of it changes any more.</summary>
    public bool TryStart(DateTimeOffset now)
    {
        if (State is not BroadcastState.Approved || now < NotBefore || now >= NotAfter) return false;

        (State, StartedAt) = (BroadcastState.Sending, now);
        Version++;
        return true;
    }

    /// <summary>Its articles are not what was released any more: somebody has to choose them anew, and another to release them.</summary>
    public bool TryRecall()
    {
        if (State is not BroadcastState.Approved) return false;

        TakeReleaseBack();
        Version++;
        return true;
    }

    /// <param name="itself">Whether too many failed.</param>
    public bool TryPause(int seen, bool itself, [NotNullWhen(false)] out BroadcastRefusal? refusal)
    {
        if (!TryGoTo(BroadcastState.Paused, seen, out refusal, BroadcastState.Sending)) return false;

        PausedItself = itself;
        return true;
    }

    public bool TryResume(int seen, DateTimeOffset now, [NotNullWhen(false)] out BroadcastRefusal? refusal)
    {
        refusal = State is BroadcastState.Paused && now >= NotAfter ? BroadcastRefusal.WindowOver : null;
        if (refusal is not null || !TryGoTo(BroadcastState.Sending, seen, out refusal, BroadcastState.Paused)) return false;

        PausedItself = false;
        return true;
    }

    /// <summary>What was not sent yet never will be.</summary>
    public bool TryCancel(int seen, DateTimeOffset now, [NotNullWhen(false)] out BroadcastRefusal? refusal)
    {
        if (!TryGoTo(
            BroadcastState.Cancelled, seen, out refusal,
            BroadcastState.Draft, BroadcastState.Approved, BroadcastState.Sending, BroadcastState.Paused)) return false;

        EndedAt = now;
        return true;
    }

    /// <summary>Nothing of it waits any more.</summary>
    public bool TryFinish(DateTimeOffset now)
    {
        if (State is not (BroadcastState.Sending or BroadcastState.Paused)) return false;

        (State, EndedAt) = (BroadcastState.Sent, now);
        Version++;
        return true;
    }

    private bool TryGoTo(BroadcastState next, int seen, [NotNullWhen(false)] out BroadcastRefusal? refusal, params ReadOnlySpan<BroadcastState> from)
    {
        refusal = RefusalOf(seen, from);
        if (refusal is not null) return false;

        State = next;
        Version++;
        return true;
    }

    private BroadcastRefusal? RefusalOf(int seen, params ReadOnlySpan<BroadcastState> from) =>
        seen != Version ? BroadcastRefusal.Changed :
        from.Contains(State) ? null :
        State switch
        {
            BroadcastState.Sending or BroadcastState.Paused => BroadcastRefusal.Begun,
            BroadcastState.Sent or BroadcastState.Cancelled => BroadcastRefusal.Over,
            _ => BroadcastRefusal.NotYet,
        };

    private void TakeReleaseBack() => (State, ApprovedBy, ApprovedAt, Reason) = (BroadcastState.Draft, null, null, null);

    private void Write(BroadcastContent content, long staff, DateTimeOffset now)
    {
        (Title, Route, Purpose, Text) = (content.Title, content.Route, content.Purpose, content.Text);
        (DraftId, DraftDigest) = (content.Draft?.MediaId, content.Draft?.Digest);
        (NotBefore, NotAfter) = (content.NotBefore, content.NotAfter);
        var audience = content.Audience;
        (OrganisationId, CaseKind) = (audience.OrganisationId, audience.CaseKind);
        (Districts, WorkerTypes, Tags) = ([.. audience.Districts], [.. audience.WorkerTypes], [.. audience.Tags]);
        Levels = [.. audience.Levels.Select(l => (short)l)];
        (ChangedBy, ChangedAt) = (staff, now);
        if (!Authors.Contains(staff)) Authors = [.. Authors, staff];
        Version++;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Broadcast>
    {
        public void Configure(EntityTypeBuilder<Broadcast> builder)
        {
            builder.ToTable("broadcast");
            builder.Ignore(b => b.Audience);
            builder.Ignore(b => b.Content);
            builder.Property(b => b.Title).HasMaxLength(BroadcastContent.LongestTitle);
            builder.Property(b => b.Route).HasConversion<short>();
            builder.Property(b => b.Purpose).HasConversion<short>();
            builder.Property(b => b.State).HasConversion<short>();
            builder.Property(b => b.Text).HasMaxLength(BroadcastContent.LongestText);
            builder.Property(b => b.Reason).HasMaxLength(BroadcastContent.LongestReason);
            builder.Property(b => b.DraftId).HasMaxLength(BroadcastDraft.LongestId);
            builder.Property(b => b.DraftDigest).HasMaxLength(BroadcastDraft.LongestDigest);
            builder.Property(b => b.CaseKind).HasMaxLength(BroadcastContent.LongestCase);
            builder.Property(b => b.Version).IsConcurrencyToken();
            builder.HasIndex(b => b.NotBefore).HasFilter("state IN (1, 2, 3)");
            builder.HasOne<Core.People.Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>How far a broadcast is. Stored as number: never changed.</summary>
public enum BroadcastState : short
{
    Draft = 0,

    /// <summary>Released; sent when its window opens.</summary>
    Approved = 1,
    Sending = 2,
    Paused = 3,
    Sent = 4,
    Cancelled = 5,
}
