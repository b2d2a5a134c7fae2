using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>What the words in columns of few answers mean.</summary>
internal static class CellMeanings
{
    public static readonly Dictionary<string, bool?> YesOrNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["是"] = true,
        ["有"] = true,
        ["包"] = true,
        ["提供"] = true,
        ["缴纳"] = true,
        ["交"] = true,
        ["true"] = true,
        ["1"] = true,
        ["否"] = false,
        ["无"] = false,
        ["不包"] = false,
        ["不提供"] = false,
        ["不缴"] = false,
        ["不交"] = false,
        ["false"] = false,
        ["0"] = false,
    };

    public static readonly Dictionary<string, Education> Schools = new(StringComparer.Ordinal)
    {
        ["不限"] = Education.Any,
        ["无"] = Education.Any,
        ["小学"] = Education.Any,
        ["初中"] = Education.Junior,
        ["初中及以上"] = Education.Junior,
        ["高中"] = Education.Senior,
        ["中专"] = Education.Senior,
        ["技校"] = Education.Senior,
        ["中技"] = Education.Senior,
        ["高中/中专"] = Education.Senior,
        ["中专/高中"] = Education.Senior,
        ["高中及以上"] = Education.Senior,
        ["中专及以上"] = Education.Senior,
        ["大专"] = Education.College,
        ["专科"] = Education.College,
        ["高职"] = Education.College,
        ["大专及以上"] = Education.College,
        ["本科"] = Education.Bachelor,
        ["本科及以上"] = Education.Bachelor,
        ["大学本科"] = Education.Bachelor,
        ["硕士"] = Education.Master,
        ["硕士及以上"] = Education.Master,
        ["研究生"] = Education.Master,
        ["博士"] = Education.Master,
    };

    public static readonly Dictionary<string, GenderRule> Genders = new(StringComparer.Ordinal)
    {
        ["不限"] = GenderRule.Any,
        ["男女不限"] = GenderRule.Any,
        ["无"] = GenderRule.Any,
        ["男"] = GenderRule.Men,
        ["限男"] = GenderRule.Men,
        ["男性"] = GenderRule.Men,
        ["女"] = GenderRule.Women,
        ["限女"] = GenderRule.Women,
        ["女性"] = GenderRule.Women,
    };

    public static readonly Dictionary<string, PayUnit?> Units = new(StringComparer.Ordinal)
    {
        ["月"] = PayUnit.Month,
        ["元/月"] = PayUnit.Month,
        ["天"] = PayUnit.Day,
        ["日"] = PayUnit.Day,
        ["元/天"] = PayUnit.Day,
        ["小时"] = PayUnit.Hour,
        ["时"] = PayUnit.Hour,
        ["元/小时"] = PayUnit.Hour,
        ["计件"] = PayUnit.Piece,
        ["面议"] = PayUnit.Negotiable,
    };
}
