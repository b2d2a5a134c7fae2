using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Hours that a lawyer gives every week, such as 周三 08:30–11:30; a day may have two or more.</summary>
public sealed class RotaBlock
{
    private RotaBlock() { }

    /// <param name="site">Null when they are reached by phone or video only.</param>
    public RotaBlock(long lawyer, DayOfWeek weekday, TimeOnly startsAt, TimeOnly endsAt, long? site, ConsultationModes modes, DateOnly from, DateOnly? until)
    {
        if (startsAt >= endsAt) throw new ArgumentException("A block ends on its day, after it has begun.", nameof(endsAt));
        if (modes is ConsultationModes.None) throw new ArgumentException("Nobody could come or call.", nameof(modes));
        if (site is null && modes.HasFlag(ConsultationModes.OnSite)) throw new ArgumentException("Who comes needs a place.", nameof(site));

        (LawyerId, Weekday, StartsAt, EndsAt, SiteId, Modes, ValidFrom, ValidUntil) = (lawyer, weekday, startsAt, endsAt, site, modes, from, until);
    }

    public long Id { get; private set; }

    public long LawyerId { get; private set; }

    public DayOfWeek Weekday { get; private set; }

    /// <summary>In China.</summary>
    public TimeOnly StartsAt { get; private set; }

    public TimeOnly EndsAt { get; private set; }

    public long? SiteId { get; private set; }

    public ConsultationModes Modes { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day; null when no end is known.</summary>
    public DateOnly? ValidUntil { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RotaBlock>
    {
        public void Configure(EntityTypeBuilder<RotaBlock> builder)
        {
            builder.ToTable("legal_rota_block");
            builder.Property(b => b.Id).UseIdentityByDefaultColumn();
            builder.Property(b => b.Weekday).HasConversion<short>();
            builder.Property(b => b.Modes).HasConversion<short>();
            builder.HasIndex(b => new { b.LawyerId, b.Weekday, b.StartsAt, b.ValidFrom }).IsUnique();
            builder.HasOne<Lawyer>().WithMany().HasForeignKey(b => b.LawyerId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Site>().WithMany().HasForeignKey(b => b.SiteId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
