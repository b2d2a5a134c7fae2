using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts.Tags;

/// <summary>The columns of a list of members' tags, and what their cells mean.</summary>
internal sealed class TagColumns(TableWords words, OrganisationDirectory unions)
{
    private const int LongestTag = 20;

    public static ImportTable Table { get; } = new(
        TagImport.Kind, [nameof(Union), nameof(MemberNo), nameof(Tags)], [], typeof(TagProblem));

    private ImportColumn<long> Union { get; } = words.Column(nameof(Union), unions.Cell, isRequired: true);

    private ImportColumn<string> MemberNo { get; } =
        words.Column(nameof(MemberNo), ImportParsers.Code(longest: Member.LongestMemberNo), isRequired: true, keepsZeros: true);

    private ImportColumn<string[]> Tags { get; } = words.Column(nameof(Tags), Split, isRequired: true);

    public IReadOnlyList<ImportColumn> All => [Union, MemberNo, Tags];

    public TagRow Read(ImportRow row) => new(row.Number, row.Get(Union), row.Get(MemberNo)!, row.Get(Tags)!);

    private static ImportCell<string[]> Split(string text)
    {
        string[] tags = [.. text.Split(ImportParsers.Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];
        return tags.Any(tag => tag.Length > LongestTag) ? ImportCell.Bad<string[]>(new ImportReason(ImportProblem.TextTooLong, LongestTag)) : tags;
    }
}

/// <summary>All tags of one member, in order, as a file names them.</summary>
/// <param name="Number">The row in the file.</param>
internal sealed record TagRow(int Number, long OrganisationId, string MemberNo, string[] Tags);
