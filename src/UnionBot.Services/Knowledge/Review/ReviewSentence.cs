using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.Knowledge.Review;

/// <summary>Words that nobody understood, numbers masked; whose they are is not kept.</summary>
public sealed class ReviewSentence
{
    /// <summary>What nobody looked at goes after so long, what was decided sooner (PIPL §19, no statute: proposal).</summary>
    public static readonly TimeSpan WaitsAtMost = TimeSpan.FromDays(90);

    public static readonly TimeSpan StaysDecided = TimeSpan.FromDays(30);

    private ReviewSentence() { }

    /// <summary>Names the row when the text is sealed.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number by which staff name it.</summary>
    public long Number { get; private set; }

    public byte[] Text { get; private set; } = [];

    public byte[] TextHash { get; private set; } = [];

    /// <summary>When it was last said. UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>How often it was said.</summary>
    public int Times { get; private set; }

    public ReviewStatus Status { get; private set; }

    /// <summary>Null while it waits. UTC.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <returns>False when somebody has decided before.</returns>
    public bool TryDecide(ReviewStatus status, DateTimeOffset now)
    {
        if (Status is not ReviewStatus.Waiting) return false;

        (Status, DecidedAt) = (status, now);
        return true;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ReviewSentence>
    {
        public void Configure(EntityTypeBuilder<ReviewSentence> builder)
        {
            builder.ToTable("review_sentence");
            builder.Property(s => s.Number).UseIdentityAlwaysColumn();
            builder.Property(s => s.Status).HasConversion<short>();
            builder.HasIndex(s => s.Number).IsUnique();
            builder.HasIndex(s => s.TextHash).IsUnique();
        }
    }
}

/// <summary>Stored as number: never changed.</summary>
public enum ReviewStatus
{
    Waiting = 0,
    Added = 1,
    Dropped = 2,
}
