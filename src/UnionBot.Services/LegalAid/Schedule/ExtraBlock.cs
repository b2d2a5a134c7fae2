using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Hours that a lawyer gives on one day beside the rota, be it a holiday or not (加班, 换班).</summary>
public sealed class ExtraBlock
{
    private ExtraBlock() { }

    /// <inheritdoc cref="RotaBlock(long, DayOfWeek, TimeOnly, TimeOnly, long?, ConsultationModes, DateOnly, DateOnly?)"/>
    public ExtraBlock(long lawyer, DateOnly day, TimeOnly startsAt, TimeOnly endsAt, long? site, ConsultationModes modes)
    {
        if (startsAt >= endsAt) throw new ArgumentException("A block ends on its day, after it has begun.", nameof(endsAt));
        if (modes is ConsultationModes.None) throw new ArgumentException("Nobody could come or call.", nameof(modes));
        if (site is null && modes.HasFlag(ConsultationModes.OnSite)) throw new ArgumentException("Who comes needs a place.", nameof(site));

        (LawyerId, Day, StartsAt, EndsAt, SiteId, Modes) = (lawyer, day, startsAt, endsAt, site, modes);
    }

    public long Id { get; private set; }

    public long LawyerId { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>In China.</summary>
    public TimeOnly StartsAt { get; private set; }

    public TimeOnly EndsAt { get; private set; }

    public long? SiteId { get; private set; }

    public ConsultationModes Modes { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<ExtraBlock>
    {
        public void Configure(EntityTypeBuilder<ExtraBlock> builder)
        {
            builder.ToTable("legal_extra_block");
            builder.Property(b => b.Id).UseIdentityByDefaultColumn();
            builder.Property(b => b.Modes).HasConversion<short>();
            builder.HasIndex(b => new { b.LawyerId, b.Day, b.StartsAt }).IsUnique();
            builder.HasIndex(b => b.Day);
            builder.HasOne<Lawyer>().WithMany().HasForeignKey(b => b.LawyerId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Site>().WithMany().HasForeignKey(b => b.SiteId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
