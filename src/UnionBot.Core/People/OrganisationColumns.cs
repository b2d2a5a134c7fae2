using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>The columns of a table of union bodies, and what their cells mean.</summary>
internal sealed class OrganisationColumns(TableWords words, IReadOnlySet<string> regions)
{
    public static ImportTable Table { get; } = new(
        OrganisationImport.Kind,
        [nameof(Name), nameof(Parent), nameof(Level), nameof(Region), nameof(Code)],
        [(nameof(Level), typeof(OrganisationLevel))]);

    private ImportColumn<string> Name { get; } =
        words.Column(nameof(Name), ImportParsers.Text(Organisation.LongestName), isRequired: true);

    private ImportColumn<string> Parent { get; } = words.Column(nameof(Parent), ImportParsers.Text(400));

    private ImportColumn<OrganisationLevel?> Level { get; } =
        words.Choice<OrganisationLevel>(nameof(Level), isRequired: true);

    private ImportColumn<string> Region { get; } =
        words.Column(nameof(Region), text => FindRegion(regions, text), isRequired: true);

    private ImportColumn<UnionCode> Code { get; } = words.Column(nameof(Code), FindCode);

    public IReadOnlyList<ImportColumn> All => [Name, Parent, Level, Region, Code];

    public string ParentHeader => Parent.Name;

    public OrganisationRow Read(ImportRow row) => new(
        row.Number, row.Get(Name)!, row.Get(Parent), row.Get(Level)!.Value, row.Get(Region)!, row.Get(Code));

    private static ImportCell<string> FindRegion(IReadOnlySet<string> regions, string text) =>
        regions.Contains(text) ? text : ImportCell.Bad<string>(ImportProblem.RegionUnknown);

    private static ImportCell<UnionCode> FindCode(string text) =>
        UnionCode.TryParse(text, out var code) ? code : ImportCell.Bad<UnionCode>(ImportProblem.UnionCode);
}
