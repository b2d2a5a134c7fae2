using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Money;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Targets;

namespace UnionBot.Services.Campaigns.Visits;

/// <summary>One going to a target, planned and then done, or tried in vain. A target has one open visit at most, and one that settled it.</summary>
public sealed class Visit
{
    private Visit() { }

    public Visit(int campaign, long target) => (CampaignId, TargetId) = (campaign, target);

    public long Id { get; private set; }

    public int CampaignId { get; private set; }

    public long TargetId { get; private set; }

    /// <summary>Who goes and writes.</summary>
    public long LeadId { get; private set; }

    /// <summary>Who goes along; null when one is enough.</summary>
    public long? SecondId { get; private set; }

    /// <summary>In China.</summary>
    public DateOnly PlannedOn { get; private set; }

    /// <summary>The place in that day's round, from 1.</summary>
    public short Ordinal { get; private set; }

    public VisitState State { get; private set; }

    /// <summary>Null while it is planned.</summary>
    public VisitOutcome? Outcome { get; private set; }

    /// <summary>When it was, as the visitor says; UTC. Null while it is planned.</summary>
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>When that was written; later than claimed for 补录. UTC.</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    /// <summary>Where the visitor said to be; GCJ-02 degrees. Null when they sent no place.</summary>
    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    /// <summary>From the target's known place; null without one, or without a place sent.</summary>
    public int? Metres { get; private set; }

    /// <summary>Why it was so far off, or without a place, in the visitor's words; encrypted.</summary>
    public byte[]? PlaceReason { get; private set; }

    public ReceiptKind? Receipt { get; private set; }

    /// <summary>Who received it for them: 配偶; null when it was themselves.</summary>
    public string? ReceivedBy { get; private set; }

    /// <summary>What the visitor noticed, encrypted; null for nothing.</summary>
    public byte[]? Note { get; private set; }

    /// <summary>Money that was given; 0 for none.</summary>
    public long PaidFen { get; private set; }

    /// <summary>The line of the budget it was paid from; null when nothing was.</summary>
    public long? BudgetLineId { get; private set; }

    /// <summary>Of whoever did not want to be shown.</summary>
    public bool RefusesPress { get; private set; }

    public int Version { get; private set; }

    /// <summary>Who goes, when, and in which place of that day's round.</summary>
    public void Give(long lead, long? second, DateOnly day, short ordinal) => (LeadId, SecondId, PlannedOn, Ordinal, Version) = (lead, second, day, ordinal, Version + 1);

    /// <param name="now">When it is written; UTC.</param>
    /// <param name="line">Of the budget; null when nothing was paid.</param>
    internal void Tell(VisitReport report, DateTimeOffset now, int? metres, long? line, byte[]? placeReason, byte[]? note)
    {
        State = report.Outcome is VisitOutcome.NotAtHome ? VisitState.InVain : VisitState.Settled;
        (Outcome, ClaimedAt, WrittenAt, Metres, PlaceReason) = (report.Outcome, report.At ?? now, now, metres, placeReason);
        (Latitude, Longitude) = (report.Place?.Latitude, report.Place?.Longitude);
        (Receipt, ReceivedBy, Note, PaidFen, BudgetLineId, RefusesPress) = (report.Receipt, report.ReceivedBy, note, report.PaidFen, line, report.RefusesPress);
        Version++;
    }

    /// <summary>The same two go there again, behind the others of that day.</summary>
    internal Visit Again(DateOnly day)
    {
        var again = new Visit(CampaignId, TargetId);
        again.Give(LeadId, SecondId, day, short.MaxValue);
        return again;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Visit>
    {
        private const int LongestRelation = 12;

        public void Configure(EntityTypeBuilder<Visit> builder)
        {
            builder.ToTable("visit", table =>
            {
                table.HasCheckConstraint("visit_outcome", "(outcome IS NULL) = (state = 0)");
                table.HasCheckConstraint("visit_paid", "paid_fen >= 0 AND (paid_fen > 0) = (budget_line_id IS NOT NULL)");
                table.HasCheckConstraint("visit_two", "second_id IS NULL OR second_id <> lead_id");
            });
            builder.Property(v => v.State).HasConversion<short>();
            builder.Property(v => v.Outcome).HasConversion<short?>();
            builder.Property(v => v.Receipt).HasConversion<short?>();
            builder.Property(v => v.ReceivedBy).HasMaxLength(LongestRelation);
            builder.HasIndex(v => v.TargetId, "ix_visit_open").IsUnique().HasFilter("state = 0");
            builder.HasIndex(v => v.TargetId, "ix_visit_settled").IsUnique().HasFilter("state = 1");
            builder.HasIndex(v => new { v.CampaignId, v.LeadId, v.PlannedOn });
            builder.HasOne<Campaign>().WithMany().HasForeignKey(v => v.CampaignId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<CampaignTarget>().WithMany().HasForeignKey(v => v.TargetId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany().HasForeignKey(v => v.LeadId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Staff>().WithMany().HasForeignKey(v => v.SecondId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<BudgetLine>().WithMany().HasForeignKey(v => v.BudgetLineId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum VisitState : short
{
    Planned = 0,

    /// <summary>The target is settled by it.</summary>
    Settled = 1,

    /// <summary>In vain; another is planned.</summary>
    InVain = 2,

    /// <summary>Was taken back by a person, with what was given.</summary>
    Undone = 3,
}

/// <summary>Stored as number: never changed.</summary>
public enum VisitOutcome : short
{
    /// <summary>已慰问.</summary>
    Visited = 1,

    /// <summary>代领.</summary>
    ReceivedForThem = 2,

    /// <summary>不在家.</summary>
    NotAtHome = 3,

    /// <summary>搬迁, 找不到.</summary>
    NotFound = 4,

    /// <summary>拒收.</summary>
    Declined = 5,

    /// <summary>已故.</summary>
    Died = 6,

    /// <summary>情况变化: no longer in need, or more so.</summary>
    Changed = 7,

    /// <summary>到工会领.</summary>
    FetchedAtUnion = 8,

    /// <summary>邮寄, 打卡.</summary>
    SentOrPaid = 9,
}

/// <summary>How it is proved that it was received. Stored as number: never changed.</summary>
public enum ReceiptKind : short
{
    /// <summary>The recipient said so in their own chat.</summary>
    Chat = 1,

    /// <summary>One-time code.</summary>
    Code = 2,

    QrCode = 3,

    /// <summary>签字单.</summary>
    SignaturePhoto = 4,
}
