using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.Messaging;

/// <summary>A signed push that could not be read or has an unknown type: counted by day, its content is not kept.</summary>
public sealed class UnreadablePush
{
    private UnreadablePush() { }

    public DateOnly Day { get; private set; }

    public string Channel { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public int Count { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    internal sealed class Configuration : IEntityTypeConfiguration<UnreadablePush>
    {
        public void Configure(EntityTypeBuilder<UnreadablePush> builder)
        {
            builder.ToTable("unreadable_push");
            builder.HasKey(p => new { p.Day, p.Channel, p.Reason });
            builder.Property(p => p.Channel).HasMaxLength(8);
            builder.Property(p => p.Reason).HasMaxLength(64);
        }
    }
}
