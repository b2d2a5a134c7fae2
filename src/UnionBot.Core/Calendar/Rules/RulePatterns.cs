using System.Text.RegularExpressions;

namespace UnionBot.Core.Calendar.Rules;

/// <summary>The forms in which staff write days, over folded text.</summary>
internal static partial class RulePatterns
{
    private const string Number = @"\d{1,3}|[一二两三四五六七八九十百]+|半";

    private const string Unit = "(?<unit>工作日|天|日|周|星期|礼拜|月)";

    [GeneratedRegex("^(?:每年的?|自从|从|自)*(?<calendar>农历|阴历|旧历|公历|阳历|新历)?")]
    public static partial Regex Opening { get; }

    /// <summary>2027年5月1日, 2027-05-01.</summary>
    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)[年/.-](?<month>\d{1,2})[月/.-](?<day>\d{1,2})[日号]?(?!\d)")]
    public static partial Regex DayOfYear { get; }

    /// <summary>05-01, 5/1.</summary>
    [GeneratedRegex(@"^(?<month>\d{1,2})[/.-](?<day>\d{1,2})[日号]?(?!\d)")]
    public static partial Regex Figures { get; }

    [GeneratedRegex(@"^(?<leap>闰)?(?<month>正|冬|腊|十[一二]?|[一二三四五六七八九]|\d{1,2})月份?")]
    public static partial Regex Month { get; }

    [GeneratedRegex("^每个?月的?")]
    public static partial Regex EveryMonth { get; }

    [GeneratedRegex(@"^的?(?:(?<lunar>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|卅)|(?<chinese>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])|(?<digits>\d{1,2}))(?<mark>[日号])?")]
    public static partial Regex DayInMonth { get; }

    /// <summary>第三个工作日, 最后一个星期五, 最后一天, 底.</summary>
    [GeneratedRegex(@"^的?(?:(?:第(?<nth>\d{1,2}|[一二三四五六七八九十]+)个?|(?<last>最后(?:一个?|1个)?)|首个)(?:(?<work>工作日)|(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])|(?<day>[天日]))|(?<end>[底末]))")]
    public static partial Regex PlaceInMonth { get; }

    /// <summary>前20天, 后第一个工作日, 前最后一个工作日.</summary>
    [GeneratedRegex($"^的?(?:(?<before>之前|以前|提前|前)|之后|以后|过后|推后|后)的?(?:第?(?<count>{Number})|(?<one>最后一?|首))个?{Unit}")]
    public static partial Regex Shift { get; }

    [GeneratedRegex("^的?(?:之前|以前|提前|前|之后|以后|过后|推后|后)")]
    public static partial Regex ShiftWithoutLength { get; }

    [GeneratedRegex("^(?:当天|当日|那天|这天)")]
    public static partial Regex DayItself { get; }

    [GeneratedRegex("^(?:起|开始|起始)")]
    public static partial Regex Since { get; }

    [GeneratedRegex($"^[，,]?(?:共|连续|持续|后)?(?<count>{Number})个?{Unit}")]
    public static partial Regex Length { get; }

    [GeneratedRegex("^(?:为止|截止|结束|止)")]
    public static partial Regex Until { get; }

    [GeneratedRegex("^[，,]?(?:直到|到|至|~|～|—+|–|-)")]
    public static partial Regex To { get; }

    [GeneratedRegex("^(?:预报|当日|当天|日)*(?<which>最高|最低)(?:气温|温度)?")]
    public static partial Regex Weather { get; }

    [GeneratedRegex(@"^(?:预报)?(?<comparison>大于等于|小于等于|不低于|不高于|不超过|达到|降到|降至|高于|低于|超过|大于|小于|>=|<=|≥|≤|>|<|达|到)?(?<minus>零下|负|-|−)?(?<degrees>\d{1,3})?(?:℃|°c|摄氏度|度|c)?(?<behind>及?以上|及?以下)?$")]
    public static partial Regex Temperature { get; }
}
