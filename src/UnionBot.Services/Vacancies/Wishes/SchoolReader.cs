using System.Text.RegularExpressions;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads how long a worker went to school: 初中毕业, 大专学历, 没上过学.</summary>
internal static partial class SchoolReader
{
    /// <param name="text">In plain Chinese.</param>
    /// <returns>Null when nothing is said of it.</returns>
    public static Education? Read(string text)
    {
        if (None.IsMatch(text)) return Education.Any;
        return School.Match(text) is { Success: true } match ? Of(match.Groups["school"].Value) : null;
    }

    private static Education Of(string school) => school switch
    {
        "初中" => Education.Junior,
        "高中" or "中专" or "技校" or "职高" => Education.Senior,
        "大专" or "专科" or "高职" => Education.College,
        "本科" or "大学" => Education.Bachelor,
        "硕士" or "研究生" => Education.Master,
        _ => Education.Any,
    };

    [GeneratedRegex("没上过学|没念过书|没读过书|不识字|不认字|没文化|没学历|没有学历|没有文化|学历低")]
    private static partial Regex None { get; }

    [GeneratedRegex("(?<school>小学|初中|高中|中专|技校|职高|大专|专科|高职|本科|大学|硕士|研究生)(刚|没)?(毕业|学历|文化|水平|程度)")]
    private static partial Regex School { get; }
}
