using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>
/// Reads the pay that is wanted: amounts as the bot's understanding finds them, and bare ones of a month (叉车司机，八千). Words
/// from <c>vacancies/pay.yaml</c>.
/// </summary>
internal sealed class PayReader
{
    private const long Least = 1_000;
    private const long Most = 50_000;

    /// <summary>底薪至少四千: as far as this from the amount, in characters.</summary>
    private const int BaseGap = 3;

    private readonly TraitWords _traits;
    private readonly string[] _to;
    private readonly string[] _bounds;
    private readonly string[] _net;
    private readonly string[] _base;
    private readonly Regex _bare;

    private PayReader(TraitWords traits, Regex bare, string[] to, string[] bounds, string[] net, string[] basic) =>
        (_traits, _bare, _to, _bounds, _net, _base) = (traits, bare, to, bounds, net, basic);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static PayReader Load(DataFolder folder, TraitWords traits)
    {
        var lists = DataFile.Read(folder.Understanding("vacancies", "pay.yaml")).Sections("yuan", "to", "bounds", "net", "base")
            .Select(list => list.Words().Select(w => w.Word).ToArray())
            .ToList();
        var yuan = string.Join('|', lists[0].Select(Regex.Escape));
        var bare = new Regex(
            @"(?:^|[，,。；;、\s])(?<yuan>[0-9]{4,5}|[一二两三四五六七八九]千[一二三四五六七八九]?百?|[一二两]万)"
            + $@"(?:{yuan})?(?=$|[，,。；;、\s])",
            RegexOptions.CultureInvariant);
        return new PayReader(traits, bare, lists[1], lists[2], lists[3], lists[4]);
    }

    /// <param name="named">The amounts that stand in <paramref name="text"/>.</param>
    /// <param name="text">In plain Chinese.</param>
    /// <param name="message">As it was written.</param>
    public PayWish? Read(IEnumerable<PayMention> named, string text, string message)
    {
        PayMention[] mentions = [.. named];
        if (mentions.Length == 0) return Bare(message);

        // 五千以内不要了，六千起: what is refused is named only to say what is too little.
        if (Array.Find(mentions, p => !IsRefused(p, text)) is not { } pay)
            return new PayWish(UnitOf(mentions[0].Period), (mentions[0].Max ?? mentions[0].Min) * 100);

        var clause = Clause.Around(text, pay.Start, pay.End);
        return new PayWish(UnitOf(pay.Period), pay.Min * 100, IsBounded(pay, text) ? pay.Max * 100 : null)
        {
            IsNet = Array.Exists(_net, word => clause.Contains(word, StringComparison.Ordinal)),
            IsBase = IsBase(text, pay.Start),
        };
    }

    private bool IsRefused(PayMention pay, string text)
    {
        var end = pay.End;
        while (Array.Find(_bounds, word => text.AsSpan(end).StartsWith(word, StringComparison.Ordinal)) is { } bound) end += bound.Length;
        return _traits.Negation.IsDeniedBehind(text, end);
    }

    /// <summary>五千以内 and 三千到五千 are; nobody who says 两三千 minds four.</summary>
    private bool IsBounded(PayMention pay, string text) =>
        pay.Min is null || Array.Exists(_to, sign => text[pay.Start..pay.End].Contains(sign, StringComparison.Ordinal));

    /// <summary>底薪四千; but in 底薪加提成五千 the amount is all that comes together.</summary>
    private bool IsBase(string text, int start) => Array.Exists(_base, word =>
        text.LastIndexOf(word, Math.Max(0, start - 1), StringComparison.Ordinal) is >= 0 and var at
        && text[(at + word.Length)..start] is { Length: <= BaseGap } gap
        && _traits.Read(gap).Stated == VacancyTraits.None);

    private PayWish? Bare(string message) =>
        _bare.Match(message) is { Success: true } match && ChineseNumber.Read(match.Groups["yuan"].Value) is >= Least and <= Most and var yuan
            ? new PayWish(PayUnit.Month, yuan * 100)
            : null;

    private static PayUnit UnitOf(PayPeriod period) => period switch
    {
        PayPeriod.Day => PayUnit.Day,
        PayPeriod.Hour => PayUnit.Hour,
        _ => PayUnit.Month,
    };
}
