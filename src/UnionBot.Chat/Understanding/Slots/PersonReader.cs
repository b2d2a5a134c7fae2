using System.Buffers;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads the name of the person (我叫李建国) and of a lawyer (王律师, 周静律师).</summary>
internal sealed class PersonReader(Surnames surnames) : ISlotReader
{
    private const string LawyerWord = "律师";
    private const int LongestGiven = 2;

    private static readonly string[] Cues = ["我叫", "名叫", "我名字叫", "名字叫", "名字是", "我的名字是", "姓名是", "姓名:", "姓名", "本人叫", "本人"];

    /// <summary>A name ends where one of these begins.</summary>
    private static readonly string[] Ends = ["电话", "手机", "手机号", "身份证", "绑", "想", "的", "是", "要", "来", "报", "我", "会员", "在", "今年", "号", "申请", "单位", "公司", "厂", "预约", "约", "家住", "住", "尾号", "帮", "请", "需", "和", "也"];

    /// <summary>Before 律师 they are verbs and the like rather than surnames.</summary>
    private static readonly string[] NoSurname = ["关于", "免费", "任何", "对方", "双方", "成为", "安排", "时", "向", "位", "管", "项", "查", "来", "强", "解", "国", "司", "公", "文", "成"];

    /// <summary>What may stand before the full name of a lawyer.</summary>
    private static readonly string[] BeforeLawyer = ["约", "找", "请", "换", "跟", "是", "叫", "的", "位", "预约", "和", "要", "选", "让", "问", "给", "见", "派"];

    private static readonly SearchValues<char> NoName = SearchValues.Create("的个位名约找");

    public IReadOnlyList<string> Finds { get; } = [SlotNames.Name, SlotNames.Lawyer];

    public void Read(SlotSource source, SlotSheet sheet)
    {
        if (sheet.Wants(SlotNames.Lawyer)) sheet.Put(SlotNames.Lawyer, LawyerIn(source));
        if (sheet.Wants(SlotNames.Name)) sheet.Put(SlotNames.Name, NameIn(source));
    }

    private string? NameIn(SlotSource source)
    {
        var text = source.Plain.Source;
        foreach (var cue in Cues)
        {
            var at = text.IndexOf(cue, StringComparison.Ordinal);
            if (at >= 0 && NameAt(text, at + cue.Length) is { } name) return name;
        }

        // 李建国 13900000002: a name alone before a number.
        return NameAt(text, 0) is { } first && text.Length > first.Length && text[first.Length] is ' ' or ',' or '，' && text.Any(char.IsAsciiDigit) ? first : null;
    }

    private string? NameAt(string text, int start)
    {
        if (start + 2 > text.Length || surnames.LengthAt(text, start) is not { } surname) return null;

        var end = start + surname;
        while (end < text.Length && end < start + surname + LongestGiven && char.IsLetter(text[end]) && !StartsWithEnd(text.AsSpan(end))) end++;
        return end > start + surname ? text[start..end] : null;
    }

    private string? LawyerIn(SlotSource source)
    {
        var text = source.Text;
        for (var at = text.IndexOf(LawyerWord, StringComparison.Ordinal); at > 0; at = text.IndexOf(LawyerWord, at + 1, StringComparison.Ordinal))
        {
            if (LawyerStart(text, at) is { } start) return source.Plain.Said(start, at + LawyerWord.Length);
        }

        return null;
    }

    private int? LawyerStart(string text, int word)
    {
        for (var given = Math.Min(LongestGiven, word - 1); given > 0; given--)
        {
            var start = word - given - 1;
            if (surnames.Contains(text.Substring(start, 1)) && IsBoundary(text.AsSpan(0, start)) && !text.AsSpan(start, given + 1).ContainsAny(NoName)) return start;
        }

        var single = word - 1;
        return surnames.Contains(text.Substring(single, 1)) && !EndsWithAny(text.AsSpan(0, word), NoSurname) ? single : null;
    }

    private static bool IsBoundary(ReadOnlySpan<char> before) => before.IsEmpty || !char.IsLetter(before[^1]) || EndsWithAny(before, BeforeLawyer);

    private static bool StartsWithEnd(ReadOnlySpan<char> text)
    {
        foreach (var word in Ends)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
