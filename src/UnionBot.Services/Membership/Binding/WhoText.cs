using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.Binding;

/// <summary>Name and mobile number in what a person wrote, in any order: 我叫王芳，手机13800000001.</summary>
/// <param name="HasOtherNumber">An identity or bank card number was given, which nobody asked for.</param>
/// <param name="IsIntroduced">The person said that it is their name: 我叫…, 姓名：….</param>
internal sealed partial record WhoText(string? Name, MobileNumber? Phone, bool HasOtherNumber, bool IsIntroduced)
{
    private const int LongestPlainName = 6;
    private const int LongestName = 40;
    private const string Dots = "·•・‧.";

    private const string NotAtEndOfNames = "了吧啊呀的";

    /// <summary>No name has these; a sentence of a few characters often does.</summary>
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("吗呢啥谁哪怎咋什您我你他没看");

    /// <param name="text">With its numbers, as in <c>Input.FullText</c>.</param>
    public static WhoText Read(string text)
    {
        var numbers = NumberMask.Apply(text).Numbers;
        var mobile = numbers.FirstOrDefault(n => n.Kind is MaskedKind.Mobile);
        MobileNumber? phone = null;
        if (mobile is not null && MobileNumber.TryParse(mobile.Value, out var parsed)) phone = parsed;

        return new WhoText(
            NameIn(Without(text, numbers)), phone, numbers.Any(n => n.Kind is not MaskedKind.Mobile), Introduction().IsMatch(text));
    }

    /// <summary>Whether it has a dot inside, as names of other peoples have: 买买提·艾力.</summary>
    public static bool HasDot(string name) => name.AsSpan().IndexOfAny(Dots) > 0;

    private static string Without(string text, IReadOnlyList<MaskedNumber> numbers)
    {
        var rest = new StringBuilder(text);
        foreach (var number in numbers.Reverse()) rest.Remove(number.Start, number.Length).Insert(number.Start, ' ');
        return rest.ToString();
    }

    private static string? NameIn(string text)
    {
        var name = Around().Replace(text, " ").Trim().TrimEnd('.');
        if (name.Length > 0 && name.All(c => c == ' ' || IsHan(c))) name = name.Replace(" ", "", StringComparison.Ordinal);
        return IsName(name) ? name : null;
    }

    private static bool IsName(string name)
    {
        var runes = name.EnumerateRunes().ToArray();
        if (runes.Length is < 2 or > LongestName || YesNo.Read(name) is not null) return false;
        if (runes.All(r => r.IsAscii))
            return runes.All(r => Rune.IsLetter(r) || r.Value is ' ' or '-' or '\'' or '.') && Rune.IsLetter(runes[0]);

        // A name with a dot may be long.
        return runes.All(r => (Rune.IsLetter(r) && !r.IsAscii) || (r.IsBmp && Dots.Contains((char)r.Value, StringComparison.Ordinal)))
            && (HasDot(name) || (runes.Length <= LongestPlainName && !IsRatherASentence(name)));
    }

    private static bool IsRatherASentence(string name) =>
        name[0] == '不'
        || name.AsSpan().IndexOfAny(NotInNames) >= 0
        || NotAtEndOfNames.Contains(name[^1], StringComparison.Ordinal);

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' || char.IsSurrogate(c);

    [GeneratedRegex("我叫|本人叫|姓名|名字(是|叫|:)")]
    private static partial Regex Introduction();

    [GeneratedRegex("我的?(名字|姓名)(叫|是)?|(姓名|名字|手机号码|手机号|手机|电话号码|电话|号码|联系方式)(是|叫)?|我(叫|是)|本人(叫|是)?|[,、。:;!~()]")]
    private static partial Regex Around();
}
