using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>The columns of a table of union bodies, and what their cells mean.</summary>
internal sealed class OrganisationColumns(IReadOnlySet<string> regions)
{
    private static readonly Dictionary<string, OrganisationLevel> Levels = new(StringComparer.Ordinal)
    {
        ["省"] = OrganisationLevel.Province,
        ["市"] = OrganisationLevel.City,
        ["县"] = OrganisationLevel.County,
        ["县(市、区)"] = OrganisationLevel.County,
        ["乡镇"] = OrganisationLevel.Township,
        ["街道"] = OrganisationLevel.Township,
        ["基层"] = OrganisationLevel.Basic,
        ["联合会"] = OrganisationLevel.Federation,
        ["产业"] = OrganisationLevel.Federation,
    };

    private readonly ImportColumn<string> _name =
        new("工会名称", ImportParsers.Text(Organisation.LongestName), "名称", "单位名称") { IsRequired = true };

    private readonly ImportColumn<string> _parent = new("上级工会", ImportParsers.Text(400), "上级");

    private readonly ImportColumn<OrganisationLevel> _level =
        new("级别", ImportParsers.OneOf(Levels), "层级") { IsRequired = true };

    private readonly ImportColumn<string> _region =
        new("行政区划代码", text => FindRegion(regions, text), "区划代码", "地区代码") { IsRequired = true };

    private readonly ImportColumn<UnionCode> _code = new("统一社会信用代码", FindCode, "工会代码", "信用代码");

    public IReadOnlyList<ImportColumn> All => [_name, _parent, _level, _region, _code];

    public OrganisationRow Read(ImportRow row) => new(
        row.Number, row.Get(_name)!, row.Get(_parent), row.Get(_level), row.Get(_region)!, row.Get(_code));

    private static ImportCell<string> FindRegion(IReadOnlySet<string> regions, string text) =>
        regions.Contains(text) ? text : ImportCell.Bad<string>(ImportReasons.RegionUnknown);

    private static ImportCell<UnionCode> FindCode(string text) =>
        UnionCode.TryParse(text, out var code) ? code : ImportCell.Bad<UnionCode>(ImportReasons.UnionCode);
}
