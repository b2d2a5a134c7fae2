using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Services.Vacancies.Posts;

/// <summary>Who offers work (用人单位): known by its code, else by its name.</summary>
public sealed class Employer
{
    public const int LongestName = 60;
    public const int CodeLength = 18;

    private Employer() { }

    /// <param name="code">The 统一社会信用代码; null when it is not known.</param>
    public Employer(string name, string? code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, LongestName, nameof(name));
        (Name, Code) = (name, code);
    }

    public long Id { get; private set; }

    /// <summary>In full, as on the licence.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The 统一社会信用代码; null when it is not known.</summary>
    public string? Code { get; private set; }

    /// <summary>The day on which staff last saw its licence (营业执照); null before. China.</summary>
    public DateOnly? LicenceSeenOn { get; private set; }

    /// <summary>A code that is known stays.</summary>
    public void Learn(string? code) => Code ??= code;

    public void SeeLicence(DateOnly today) => LicenceSeenOn = today;

    internal sealed class Configuration : IEntityTypeConfiguration<Employer>
    {
        public void Configure(EntityTypeBuilder<Employer> builder)
        {
            builder.ToTable("employer");
            builder.Property(e => e.Name).HasMaxLength(LongestName);
            builder.Property(e => e.Code).HasMaxLength(CodeLength);
            builder.HasIndex(e => e.Code).IsUnique();

            // Two firms of one name are told apart by their codes.
            builder.HasIndex(e => new { e.Name, e.Code }).IsUnique().AreNullsDistinct(false);
        }
    }
}
