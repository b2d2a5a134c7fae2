using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>How many consultations of a day have been given a number.</summary>
public sealed class BookingCount
{
    private BookingCount() { }

    public DateOnly Day { get; private set; }

    public int Last { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<BookingCount>
    {
        public void Configure(EntityTypeBuilder<BookingCount> builder)
        {
            builder.ToTable("legal_booking_count");
            builder.HasKey(c => c.Day);
        }
    }
}
