using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Web.Channels.WeChat.Menus;

/// <summary>Which menu we gave the account last, so that one made by somebody else is never replaced unasked.</summary>
internal sealed class PublishedMenu
{
    private PublishedMenu() { }

    public string AppId { get; private set; } = "";

    /// <summary>Digest of what we sent; "" when nothing was ever sent.</summary>
    public string Sent { get; private set; } = "";

    /// <summary>Digest of what the platform showed afterwards, in its own writing.</summary>
    public string Shown { get; private set; } = "";

    /// <summary>UTC; null when nothing was ever sent.</summary>
    public DateTimeOffset? At { get; private set; }

    public void Publish(string sent, string shown, DateTimeOffset at) => (Sent, Shown, At) = (sent, shown, at);

    internal sealed class Configuration : IEntityTypeConfiguration<PublishedMenu>
    {
        public void Configure(EntityTypeBuilder<PublishedMenu> builder)
        {
            builder.ToTable("published_menu");
            builder.HasKey(m => m.AppId);
            builder.Property(m => m.AppId).HasMaxLength(64);
            builder.Property(m => m.Sent).HasMaxLength(64);
            builder.Property(m => m.Shown).HasMaxLength(64);
        }
    }
}
