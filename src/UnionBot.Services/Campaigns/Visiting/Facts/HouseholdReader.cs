using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Services.Campaigns.Visiting.Facts;

/// <summary>Reads which household of the list is meant: 第3户, 三号到了, 王*家, 王师傅家.</summary>
internal sealed partial class HouseholdReader(VisitWords words, Surnames surnames)
{
    /// <summary>Words that begin with a surname and are none.</summary>
    private static readonly string[] NoNames = ["单位", "时候", "别家", "白跑", "文家", "马上", "常来", "路上", "方便", "万家", "高兴", "国家", "公家", "成家", "安家", "居家", "管家", "关于"];

    private const string NotInNames = "给他她我的了在到是去这那说不没米油钱水也都和要";

    /// <returns>The hint and where it stands; null when no household is named.</returns>
    public (HouseholdHint Hint, TextSpan Span)? Read(string text)
    {
        foreach (Match match in Places().Matches(text))
        {
            if (ChineseNumber.Read(match.Groups["n"].ValueSpan) is > 0 and < 1000 and var number)
                return (new HouseholdHint((int)number, null, null), new TextSpan(match.Index, match.Length));
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (NameAt(text, at) is { } found) return found;
        }

        return null;
    }

    private (HouseholdHint, TextSpan)? NameAt(string text, int at)
    {
        var start = text[at] is '老' or '小' ? at + 1 : at;
        if (start >= text.Length || surnames.LengthAt(text, start) is not { } surname || !IsBegun(text, at)) return null;
        if (NoNames.Any(n => text.AsSpan(start).StartsWith(n, StringComparison.Ordinal))) return null;

        for (var given = 0; given <= 2; given++)
        {
            var end = start + surname + given;
            if (end > text.Length) break;

            var name = text[start..end];
            var isMasked = given > 0 && name[^1] is '*' or '某' or 'x' || (given == 2 && name[surname] is '*' or '某');
            var title = words.Titles.FirstOrDefault(t => text.AsSpan(end).StartsWith(t, StringComparison.Ordinal));
            if (title is null && !isMasked) continue;
            if (!isMasked && !name.All(char.IsLetter)) continue;
            if (name[surname..].Any(c => NotInNames.Contains(c, StringComparison.Ordinal))) continue;

            if (isMasked && given == 1 && end < text.Length && title is null && text[end] is '*') end++;
            var stop = end + (title?.Length ?? 0);
            if (stop < text.Length && text[stop] == '家') stop++;
            return (new HouseholdHint(null, text.Substring(start, surname), given == 0 || isMasked ? null : name), new TextSpan(at, stop - at));
        }

        return null;
    }

    /// <summary>A name begins a clause, or stands behind a word of going there.</summary>
    private static bool IsBegun(string text, int at) => at == 0 || !char.IsLetter(text[at - 1]) || "到去的是在给户了录号家约完".Contains(text[at - 1], StringComparison.Ordinal);

    [GeneratedRegex("第(?<n>[0-9一二三四五六七八九十]{1,3})(?:户|家|个|号)|(?<=^|[,，。 到去是在])(?<n>[0-9一二三四五六七八九十]{1,3})(?:号户|号家|户|号)(?!楼|单元|院|房|门|下午|上午|早|晚|中午|再|来|去|约|才|之|以|前|后|[0-9]|了?[?？吗]|没|的时|线|员)|(?<=^|[,，。 ])(?<n>[0-9一二三四五六七八九十]{1,3})(?:号户|号家|户|号)(?=没人|没在|没收|没要)")]
    private static partial Regex Places();
}
