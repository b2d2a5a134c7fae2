using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.Imports;

/// <summary>One import that was kept, so that the same file is not taken in twice.</summary>
public sealed class ImportRun
{
    private const int LongestFileName = 200;

    private ImportRun() { }

    /// <param name="kind">Stored name of what was imported, such as <c>members</c>.</param>
    /// <param name="at">UTC.</param>
    public ImportRun(string kind, ImportFile file, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        (Kind, FileHash, At) = (kind, [.. file.Hash], at);
        FileName = file.Name.Length > LongestFileName ? file.Name[^LongestFileName..] : file.Name;
    }

    public long Id { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>SHA-256 of the file's bytes.</summary>
    public byte[] FileHash { get; private set; } = [];

    public string FileName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public void Finish(ImportCounts counts) =>
        (Added, Changed, Unchanged) = (counts.Added, counts.Changed, counts.Unchanged);

    internal sealed class Configuration : IEntityTypeConfiguration<ImportRun>
    {
        public void Configure(EntityTypeBuilder<ImportRun> builder)
        {
            builder.ToTable("import_run");
            builder.Property(r => r.Kind).HasMaxLength(32);
            builder.Property(r => r.FileName).HasMaxLength(LongestFileName);
            builder.HasIndex(r => new { r.Kind, r.FileHash }).IsUnique();
        }
    }
}
