using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>
/// A time in which nothing is booked: a lawyer is on leave, a site is closed (who calls there is answered all the same), or, for
/// neither, the whole service rests.
/// </summary>
public sealed class Absence
{
    public const int LongestReason = 100;

    private Absence() { }

    /// <param name="reason">For staff only.</param>
    public Absence(long? lawyer, long? site, DateTimeOffset startsAt, DateTimeOffset endsAt, string? reason)
    {
        if (lawyer is not null && site is not null) throw new ArgumentException("Either a lawyer is away or a site is closed.", nameof(site));
        if (startsAt >= endsAt) throw new ArgumentException("It ends after it has begun.", nameof(endsAt));
        (LawyerId, SiteId, StartsAt, EndsAt, Reason) = (lawyer, site, startsAt.ToUniversalTime(), endsAt.ToUniversalTime(), reason);
    }

    public long Id { get; private set; }

    public long? LawyerId { get; private set; }

    public long? SiteId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public string? Reason { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Absence>
    {
        public void Configure(EntityTypeBuilder<Absence> builder)
        {
            builder.ToTable("legal_absence");
            builder.Property(a => a.Id).UseIdentityByDefaultColumn();
            builder.Property(a => a.Reason).HasMaxLength(LongestReason);
            builder.HasIndex(a => new { a.EndsAt });
            builder.HasIndex(a => new { a.LawyerId, a.SiteId, a.StartsAt }).IsUnique().AreNullsDistinct(false);
            builder.HasOne<Lawyer>().WithMany().HasForeignKey(a => a.LawyerId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Site>().WithMany().HasForeignKey(a => a.SiteId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
