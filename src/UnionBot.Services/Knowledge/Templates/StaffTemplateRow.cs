using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnionBot.Core.People;

namespace UnionBot.Services.Knowledge.Templates;

/// <summary>A version of one file of the templates that staff changed or added. One version of a file is in force at most.</summary>
public sealed class StaffTemplateRow
{
    private StaffTemplateRow() { }

    public StaffTemplateRow(Guid id, string path, int version, byte[]? @base, byte[] text, long changedBy, DateTimeOffset changedAt) =>
        (Id, Path, Version, Base, Text, ChangedBy, ChangedAt) = (id, path, version, @base, text, changedBy, changedAt);

    /// <summary>Names the row when its texts are sealed.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number by which staff name it; grows with every version of any file.</summary>
    public long Number { get; private set; }

    /// <summary>Below the folder <c>templates</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Which version of this file it is, from 1 on.</summary>
    public int Version { get; private set; }

    /// <summary>The shipped file that it was made from; null when there was none.</summary>
    public byte[]? Base { get; private set; }

    public byte[] Text { get; private set; } = [];

    public long ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was taken back, or a later version took its place; null while it is in force. UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <returns>False when it was taken back before.</returns>
    public bool TryWithdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is not null) return false;

        WithdrawnAt = now;
        return true;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<StaffTemplateRow>
    {
        public void Configure(EntityTypeBuilder<StaffTemplateRow> builder)
        {
            builder.ToTable("staff_template");
            builder.Property(t => t.Number).UseIdentityAlwaysColumn();
            builder.Property(t => t.Path).HasMaxLength(80);
            builder.HasOne<Staff>().WithMany().HasForeignKey(t => t.ChangedBy).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(t => t.Number).IsUnique();
            builder.HasIndex(t => new { t.Path, t.Version }).IsUnique();
            builder.HasIndex(t => t.Path).IsUnique().HasFilter("withdrawn_at IS NULL");
        }
    }
}
