using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnionBot.Core.People;

/// <summary>A union body (工会组织) in the tree from the province down to the basic union of a firm.</summary>
public sealed class Organisation
{
    public const int LongestName = 100;

    /// <summary>Deeper than the real hierarchy, and low enough to stop a loop of parents.</summary>
    public const int DeepestPath = 12;

    private Organisation() { }

    /// <param name="id">Taken from the table's sequence before, since it is part of the path.</param>
    /// <param name="parent">Null for the top of the tree.</param>
    /// <param name="code">Null when it is not known.</param>
    public Organisation(
        long id, Organisation? parent, string name, OrganisationLevel level, string regionCode, UnionCode? code)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(id);
        if (parent?.Depth >= DeepestPath)
            throw new ArgumentException("The tree of organisations is too deep.", nameof(parent));

        (Id, ParentId) = (id, parent?.Id);
        Path = string.Create(CultureInfo.InvariantCulture, $"{parent?.Path}{id}.");
        Correct(name, level, regionCode, code);
    }

    public long Id { get; private set; }

    public long? ParentId { get; private set; }

    /// <summary>The ids from the top down to its own, each with a dot behind: <c>1.15.203.</c></summary>
    public string Path { get; private set; } = "";

    public string Name { get; private set; } = "";

    public OrganisationLevel Level { get; private set; }

    public string RegionCode { get; private set; } = "";

    /// <summary>The 统一社会信用代码; null when it is not known.</summary>
    public string? Code { get; private set; }

    /// <summary>1 at the top of the tree.</summary>
    public int Depth => Path.Count(c => c == '.');

    /// <summary>Puts right what is written about it; an unknown code leaves the known one.</summary>
    [MemberNotNull(nameof(Name), nameof(RegionCode))]
    public void Correct(string name, OrganisationLevel level, string regionCode, UnionCode? code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, LongestName, nameof(name));
        if (regionCode.Length != Region.CodeLength || !regionCode.All(char.IsAsciiDigit))
            throw new ArgumentException("A region code has six digits.", nameof(regionCode));

        (Name, Level, RegionCode, Code) = (name, level, regionCode, code?.Value ?? Code);
    }

    /// <summary>Whether it is <paramref name="other"/> or below it: what staff of the other may see.</summary>
    public bool IsWithin(Organisation other) => Path.StartsWith(other.Path, StringComparison.Ordinal);

    internal sealed class Configuration : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> builder)
        {
            builder.ToTable("organisation");
            builder.Property(o => o.Id).UseIdentityByDefaultColumn();
            builder.Ignore(o => o.Depth);
            builder.Property(o => o.Name).HasMaxLength(LongestName);
            builder.Property(o => o.Level).HasConversion<short>();
            builder.Property(o => o.RegionCode).HasMaxLength(Region.CodeLength);
            builder.Property(o => o.Code).HasMaxLength(UnionCode.Length);
            builder.HasIndex(o => o.Path).IsUnique().HasOperators("text_pattern_ops");
            builder.HasIndex(o => o.Code).IsUnique();
            builder.HasIndex(o => new { o.ParentId, o.Name }).IsUnique().AreNullsDistinct(false);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Region>().WithMany().HasForeignKey(o => o.RegionCode).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Where a union body stands. Stored as number: never changed.</summary>
public enum OrganisationLevel
{
    /// <summary>全国总工会.</summary>
    National = 0,

    /// <summary>省总工会.</summary>
    Province = 1,

    /// <summary>设区的市总工会.</summary>
    City = 2,

    /// <summary>县(市、区)总工会.</summary>
    County = 3,

    /// <summary>乡镇、街道、开发区工会.</summary>
    Township = 4,

    /// <summary>基层工会: of a firm, an office, a village.</summary>
    Basic = 5,

    /// <summary>产业工会, 区域或行业工会联合会.</summary>
    Federation = 6,
}
