using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Calendars;

/// <summary>The secret address of a lawyer's calendar. Only a keyed hash of the secret is kept, so nobody can be told it a second time.</summary>
public sealed class CalendarLink
{
    private CalendarLink() { }

    public long LawyerId { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public DateTimeOffset OpenedAt { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CalendarLink>
    {
        public void Configure(EntityTypeBuilder<CalendarLink> builder)
        {
            builder.ToTable("legal_calendar_link");
            builder.HasKey(l => l.LawyerId);
            builder.Property(l => l.LawyerId).ValueGeneratedNever();
            builder.HasIndex(l => l.SecretHash).IsUnique();
            builder.HasOne<Lawyer>().WithOne().HasForeignKey<CalendarLink>(l => l.LawyerId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
