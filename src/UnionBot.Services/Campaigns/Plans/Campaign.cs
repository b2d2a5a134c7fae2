using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Plans;

/// <summary>One year's campaign of one union: planned by one member of staff, approved by another, run stage by stage.</summary>
public sealed class Campaign
{
    public const int LongestTitle = 40;
    public const int LongestAudience = 300;

    private Campaign() { }

    /// <param name="now">UTC.</param>
    public Campaign(CampaignContent content, long staff, DateTimeOffset now) => Write(content, staff, now);

    /// <summary>The number by which staff name it.</summary>
    public int Id { get; private set; }

    /// <summary>The id of its kind in <c>templates/campaigns</c>.</summary>
    public string Kind { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Whose it is: its people are of this node and below.</summary>
    public long OrganisationId { get; private set; }

    /// <summary>First and last day in China.</summary>
    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    /// <summary>Who is meant, in the words of <see cref="Targets.AudienceWords"/>.</summary>
    public string Audience { get; private set; } = "";

    /// <summary>What each target is given in money; 0 for nothing.</summary>
    public long CashFen { get; private set; }

    /// <summary>What a household may be given in money in one calendar year over all campaigns; null for no limit.</summary>
    public long? CeilingFen { get; private set; }

    public CampaignState State { get; private set; }

    /// <summary>Counts the changes; one is only made upon the version that was looked at.</summary>
    public int Version { get; private set; }

    /// <summary>Whoever had a hand in it: none of them can approve it.</summary>
    public long[] Authors { get; private set; } = [];

    /// <summary>Null while nobody has, or since it was changed.</summary>
    public long? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>When its targets were last fixed; null before. UTC.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Changes the plan; what was approved must be approved again.</summary>
    /// <param name="seen">The version that was looked at.</param>
    public bool TryChange(CampaignContent content, long staff, int seen, DateTimeOffset now, [NotNullWhen(false)] out CampaignRefusal? refusal)
    {
        refusal = RefusalOf(seen, CampaignState.Draft, CampaignState.Approved);
        if (refusal is not null) return false;

        (State, ApprovedBy, ApprovedAt) = (CampaignState.Draft, null, null);
        Write(content, staff, now);
        return true;
    }

    public bool TryApprove(long staff, int seen, DateTimeOffset now, [NotNullWhen(false)] out CampaignRefusal? refusal)
    {
        refusal = RefusalOf(seen, CampaignState.Draft) ?? (Authors.Contains(staff) ? CampaignRefusal.OwnWork : null);
        if (refusal is not null) return false;

        (State, ApprovedBy, ApprovedAt) = (CampaignState.Approved, staff, now);
        Version++;
        return true;
    }

    /// <summary>Its targets are fixed, for the first time or anew.</summary>
    public bool TryFreeze(int seen, DateTimeOffset now, [NotNullWhen(false)] out CampaignRefusal? refusal)
    {
        refusal = RefusalOf(seen, CampaignState.Approved, CampaignState.Running);
        if (refusal is not null) return false;

        (State, FrozenAt) = (CampaignState.Running, now);
        Version++;
        return true;
    }

    /// <summary>Nobody goes out and nothing is sent until it is resumed: snow, or a typhoon.</summary>
    public bool TryPause(int seen, [NotNullWhen(false)] out CampaignRefusal? refusal) => TryGo(seen, CampaignState.Running, CampaignState.Paused, out refusal);

    public bool TryResume(int seen, [NotNullWhen(false)] out CampaignRefusal? refusal) => TryGo(seen, CampaignState.Paused, CampaignState.Running, out refusal);

    /// <summary>Nothing is given or spent any more.</summary>
    public bool TryClose(int seen, DateTimeOffset now, [NotNullWhen(false)] out CampaignRefusal? refusal)
    {
        if (!TryGo(seen, CampaignState.Running, CampaignState.Closed, out refusal)) return false;

        ClosedAt = now;
        return true;
    }

    private bool TryGo(int seen, CampaignState from, CampaignState to, [NotNullWhen(false)] out CampaignRefusal? refusal)
    {
        refusal = RefusalOf(seen, from);
        if (refusal is not null) return false;

        State = to;
        Version++;
        return true;
    }

    private CampaignRefusal? RefusalOf(int seen, params ReadOnlySpan<CampaignState> from) =>
        seen != Version ? CampaignRefusal.Changed :
        from.Contains(State) ? null :
        State switch
        {
            CampaignState.Closed => CampaignRefusal.Over,
            CampaignState.Running or CampaignState.Paused => CampaignRefusal.Begun,
            _ => CampaignRefusal.NotYet,
        };

    private void Write(CampaignContent content, long staff, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(content.Title);
        ArgumentOutOfRangeException.ThrowIfLessThan(content.LastDay, content.FirstDay, nameof(content));
        ArgumentOutOfRangeException.ThrowIfNegative(content.CashFen, nameof(content));
        (Kind, Title, OrganisationId, FirstDay, LastDay) = (content.Kind, content.Title.Trim(), content.OrganisationId, content.FirstDay, content.LastDay);
        (Audience, CashFen, CeilingFen) = (content.Audience.Trim(), content.CashFen, content.CeilingFen);
        if (!Authors.Contains(staff)) Authors = [.. Authors, staff];
        ChangedAt = now;
        Version++;
    }

    /// <summary>UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Campaign>
    {
        public void Configure(EntityTypeBuilder<Campaign> builder)
        {
            builder.ToTable("campaign", table => table.HasCheckConstraint("campaign_four_eyes", "approved_by IS NULL OR NOT approved_by = ANY (authors)"));
            builder.Property(c => c.Kind).HasMaxLength(20);
            builder.Property(c => c.Title).HasMaxLength(LongestTitle);
            builder.Property(c => c.Audience).HasMaxLength(LongestAudience);
            builder.Property(c => c.State).HasConversion<short>();
            builder.HasIndex(c => new { c.OrganisationId, c.Title }).IsUnique();
            builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum CampaignState : short
{
    Draft = 0,
    Approved = 1,

    /// <summary>Its targets are fixed.</summary>
    Running = 2,
    Paused = 3,
    Closed = 4,
}

/// <summary>What staff plan.</summary>
public sealed record CampaignContent(string Kind, string Title, long OrganisationId, DateOnly FirstDay, DateOnly LastDay)
{
    /// <summary>In the words of <see cref="Targets.AudienceWords"/>.</summary>
    public required string Audience { get; init; }

    public long CashFen { get; init; }

    /// <summary>Null for no limit.</summary>
    public long? CeilingFen { get; init; }

    public IReadOnlyList<BudgetPlan> Budget { get; init; } = [];

    public IReadOnlyList<KitPlan> Kit { get; init; } = [];
}

/// <summary>Money from one source.</summary>
public sealed record BudgetPlan(Money.BudgetSource Source, long PlannedFen);

/// <summary>How many of one thing each target is given.</summary>
public sealed record KitPlan(string Item, string Unit, int Count);

/// <summary>Why something was not done to a campaign.</summary>
public enum CampaignRefusal
{
    Unknown,
    NoRole,

    /// <summary>Somebody else changed it meanwhile.</summary>
    Changed,

    /// <summary>Who wrote it cannot approve it.</summary>
    OwnWork,
    NotYet,
    Begun,
    Over,

    /// <summary>Some of the words for its audience say nothing about who is meant.</summary>
    AudienceUnread,

    /// <summary>The union has one of this title.</summary>
    TitleTaken,

    /// <summary>The gate is not met.</summary>
    GateShut,
}
