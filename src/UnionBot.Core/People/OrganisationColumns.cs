using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>The columns of a table of union bodies, and what their cells mean.</summary>
internal sealed class OrganisationColumns(TableWords words, IReadOnlySet<string> regions)
{
    private const string Name = "name";
    private const string Parent = "parent";
    private const string Level = "level";
    private const string RegionCode = "region";
    private const string Code = "code";

    private readonly ImportColumn<string> _name =
        new(words.HeadersOf(Name), ImportParsers.Text(Organisation.LongestName)) { IsRequired = true };

    private readonly ImportColumn<string> _parent = new(words.HeadersOf(Parent), ImportParsers.Text(400));

    private readonly ImportColumn<OrganisationLevel?> _level =
        new(words.HeadersOf(Level), ImportParsers.OneOf(words.MeaningsOf<OrganisationLevel>(Level))) { IsRequired = true };

    private readonly ImportColumn<string> _region =
        new(words.HeadersOf(RegionCode), text => FindRegion(regions, text)) { IsRequired = true };

    private readonly ImportColumn<UnionCode> _code = new(words.HeadersOf(Code), FindCode);

    public IReadOnlyList<ImportColumn> All => [_name, _parent, _level, _region, _code];

    public string ParentHeader => _parent.Name;

    public static TableWords LoadWords(string folder) => TableWords.Load(
        folder, OrganisationImport.Kind, [Name, Parent, Level, RegionCode, Code], (Level, typeof(OrganisationLevel)));

    public OrganisationRow Read(ImportRow row) => new(
        row.Number, row.Get(_name)!, row.Get(_parent), row.Get(_level)!.Value, row.Get(_region)!, row.Get(_code));

    private static ImportCell<string> FindRegion(IReadOnlySet<string> regions, string text) =>
        regions.Contains(text) ? text : ImportCell.Bad<string>(ImportProblem.RegionUnknown);

    private static ImportCell<UnionCode> FindCode(string text) =>
        UnionCode.TryParse(text, out var code) ? code : ImportCell.Bad<UnionCode>(ImportProblem.UnionCode);
}
