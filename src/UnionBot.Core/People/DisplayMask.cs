using System.Collections.Frozen;
using System.Text;

namespace UnionBot.Core.People;

/// <summary>How names and numbers are shown to people: enough to recognise one's own, too little for a stranger.</summary>
public static class DisplayMask
{
    private const int LongestUsualName = 4;

    private static readonly FrozenSet<string> CompoundSurnames = FrozenSet.Create(
        StringComparer.Ordinal,
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "司空",
        "夏侯", "轩辕", "端木", "百里", "南宫", "西门", "东郭", "独孤", "呼延", "闻人", "澹台", "公冶", "宗政", "濮阳",
        "淳于", "单于", "太叔", "申屠", "仲孙", "钟离", "鲜于", "闾丘", "万俟", "赫连", "亓官", "司寇", "子车", "颛孙",
        "巫马", "公西", "漆雕", "乐正", "拓跋", "谷梁", "段干", "东门", "南门", "羊舌", "微生", "梁丘", "左丘", "第五");

    /// <returns>张*, 李*国, 欧阳**; of long or foreign names only the first character.</returns>
    public static string Name(string name)
    {
        var runes = name.Trim().EnumerateRunes().ToArray();
        if (runes.Length == 0) return "";
        if (runes.Length == 1) return "*";
        if (runes.Length > LongestUsualName || runes.Any(r => !Rune.IsLetter(r) || r.IsAscii)) return $"{runes[0]}**";

        var surname = $"{runes[0]}{runes[1]}";
        if (runes.Length > 2 && CompoundSurnames.Contains(surname)) return surname + Stars(runes.Length - 2);

        return runes.Length == 2 ? $"{runes[0]}*" : $"{runes[0]}{Stars(runes.Length - 2)}{runes[^1]}";
    }

    /// <returns>138****0001.</returns>
    public static string Mobile(string digits) =>
        digits.Length == 11 ? $"{digits[..3]}****{digits[^4..]}" : Stars(digits.Length);

    /// <returns>3***************4.</returns>
    public static string IdNumber(string value) =>
        value.Length == 18 ? $"{value[0]}{Stars(15)}{value[^1]}" : Stars(value.Length);

    /// <returns>****1111: the last four digits of a bank card.</returns>
    public static string Card(string digits) =>
        digits.Length >= 16 ? $"****{digits[^4..]}" : Stars(digits.Length);

    internal static string Stars(int count) => new('*', count);
}
