using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>A stretch of time in which a member of staff is on duty (值班).</summary>
public sealed class DutyShift
{
    /// <summary>A longer one is a slip of the pen: nobody is called day and night for weeks.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private DutyShift() { }

    /// <param name="startsAt">By the business clock; UTC, included.</param>
    /// <param name="endsAt">By the business clock; UTC, not included.</param>
    public DutyShift(long staff, DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        if (startsAt.Offset != TimeSpan.Zero || endsAt.Offset != TimeSpan.Zero)
            throw new ArgumentException("Moments are kept in UTC.", nameof(startsAt));
        if (endsAt <= startsAt) throw new ArgumentOutOfRangeException(nameof(endsAt), "A shift ends after it starts.");
        if (endsAt - startsAt > Longest)
            throw new ArgumentOutOfRangeException(nameof(endsAt), $"A shift lasts at most {Longest.TotalDays} days.");

        (StaffId, StartsAt, EndsAt) = (staff, startsAt, endsAt);
    }

    public long Id { get; private set; }

    public long StaffId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<DutyShift>
    {
        public void Configure(EntityTypeBuilder<DutyShift> builder)
        {
            builder.ToTable("duty_shift");
            builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(s => s.EndsAt);
        }
    }
}
