using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>The one access token of an account, shared by all processes. All moments are real time in UTC.</summary>
internal sealed class AccessTokenRow
{
    private AccessTokenRow() { }

    public string AppId { get; private set; } = "";

    public long Version { get; private set; }

    /// <summary>The token, encrypted; null when there is none.</summary>
    public byte[]? Token { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    public DateTimeOffset? ForcedAt { get; private set; }

    public int ForcedCount { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<AccessTokenRow>
    {
        public void Configure(EntityTypeBuilder<AccessTokenRow> builder)
        {
            builder.ToTable("access_token");
            builder.HasKey(t => t.AppId);
            builder.Property(t => t.AppId).HasMaxLength(64);
        }
    }
}
