using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Web.Setup.Keys;

internal sealed class CookieKeyTable : IEntityTypeConfiguration<CookieKey>
{
    private const int LongestName = 100;

    public void Configure(EntityTypeBuilder<CookieKey> builder)
    {
        builder.ToTable("cookie_key");
        builder.HasKey(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(LongestName);
    }
}
