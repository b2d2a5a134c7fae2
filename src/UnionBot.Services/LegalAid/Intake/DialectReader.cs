using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;

namespace UnionBot.Services.LegalAid.Intake;

/// <summary>Reads which dialect a lawyer is to speak: by its name (说济南话的), or by where the lawyer is from (老家是菏泽的律师).</summary>
internal sealed partial class DialectReader(CurrentUnderstanding understanding)
{
    private const string Speech = "话";

    /// <param name="isWished">It was said that a dialect is wished, so that its name need be no place that is known.</param>
    /// <returns>济南话; null when none was named.</returns>
    public string? In(string text, bool isWished, DateTimeOffset at)
    {
        if (Dialects().Match(text) is { Success: true } named && (isWished || IsPlace(named.Value[..^Speech.Length], at))) return named.Value;

        return Origins().Matches(text).Select(from => from.Groups["place"].Value).FirstOrDefault(place => IsPlace(place, at)) is { } home ? home + Speech : null;
    }

    /// <summary>The text without the places that say how the lawyer is to speak: nobody works or lives there.</summary>
    public static string Without(string text) => Origins().Replace(Dialects().Replace(text, ""), "");

    private bool IsPlace(string word, DateTimeOffset at) =>
        understanding.Value.Interpreter.SlotsFor(Intent.BookLegalAid, word, at).Text(SlotNames.District) is not null;

    /// <summary>济南话, 会说菏泽话: the two characters before 话 name a place.</summary>
    [GeneratedRegex("(?<=^|[说讲懂用会的个，,。 ])[\\p{IsCJKUnifiedIdeographs}-[说讲懂用的个会普通家乡土]]{2}话")]
    private static partial Regex Dialects();

    /// <summary>老家是菏泽的律师, 菏泽人的女律师, 律师最好是菏泽人, 律师老家是菏泽的; but not 我老家是菏泽的, nor 菏泽的律师, who may only work there.</summary>
    [GeneratedRegex("(?:老家(?:是|在)?(?<place>\\p{IsCJKUnifiedIdeographs}{2})(?:那边|那儿|人)?|(?<place>\\p{IsCJKUnifiedIdeographs}{2})(?:老家|籍|人|老乡))的?(?:女|男)?律师|(?<=律师[^，,。！？]{0,6})(?:老家(?:是|在)?(?<place>\\p{IsCJKUnifiedIdeographs}{2})(?:的|人)?|(?<place>\\p{IsCJKUnifiedIdeographs}{2})(?:籍|人|老乡))")]
    private static partial Regex Origins();
}
