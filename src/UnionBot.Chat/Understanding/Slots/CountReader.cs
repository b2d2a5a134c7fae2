using System.Text.RegularExpressions;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads which entry of a list is meant (第二个, 2号岗), and how many people (我们三个, 两口子).</summary>
internal sealed partial class CountReader : ISlotReader
{
    /// <summary>More than this is no place in a list and no number of people who sign up together.</summary>
    private const long Most = 500;

    public IReadOnlyList<string> Finds { get; } = [SlotNames.Ordinal, SlotNames.People];

    public void Read(SlotSource source, SlotSheet sheet)
    {
        if (sheet.Wants(SlotNames.Ordinal)) sheet.Put(SlotNames.Ordinal, OrdinalIn(source.Text));
        if (sheet.Wants(SlotNames.People)) sheet.Put(SlotNames.People, PeopleIn(source));
    }

    private static long? OrdinalIn(string text)
    {
        if (First().IsMatch(text)) return 1;
        return Ordinal().Match(text) is { Success: true } match ? NumberOf(match) : null;
    }

    private static long? PeopleIn(SlotSource source)
    {
        var text = source.Text;
        foreach (Match match in People().Matches(text))
        {
            if (match.Index > 0 && text[match.Index - 1] == '第') continue;
            return NumberOf(match);
        }

        if (Two().IsMatch(text)) return 2;
        return One().IsMatch(text) ? 1 : null;
    }

    private static long? NumberOf(Match match)
    {
        foreach (Group group in match.Groups.Values.Skip(1))
        {
            if (group.Success && ChineseNumber.Read(group.Value) is > 0 and <= Most and var number) return number;
        }

        return null;
    }

    [GeneratedRegex("头一个|首个|最前面那个|最上面那个|最上面的")]
    private static partial Regex First();

    [GeneratedRegex("第([0-9一二三四五六七八九十]{1,3})(?!天|次|周|月|年|季|期)|([0-9一二三四五六七八九十]{1,2})号(?:岗|职位|那个|的岗|工作)|(?:序号|选|投|报|编号)([0-9]{1,2})(?![0-9号月:点])")]
    private static partial Regex Ordinal();

    [GeneratedRegex("([0-9一二两三四五六七八九十]{1,3})(?:个|口|名|位)?(?:人|大人|同事|工友|名额|口人|位同事|女的|男的)|(?:我们|一共|总共|共|一家|全家)(?:有)?([0-9一二两三四五六七八九十]{1,3})(?:个|口|位|名)")]
    private static partial Regex People();

    [GeneratedRegex("我们俩|我俩|两口子|我跟我?(?:妻子|丈夫|女儿|儿子|孩子|同事|朋友|闺蜜|母亲|父亲)|我和我?(?:妻子|丈夫|女儿|儿子|孩子|同事|朋友|闺蜜|母亲|父亲)|俩人")]
    private static partial Regex Two();

    [GeneratedRegex("算我一个|加我一个|算上我|我一个人|就我一个|算我一份|带我一个|加我1个|算我1个")]
    private static partial Regex One();
}
