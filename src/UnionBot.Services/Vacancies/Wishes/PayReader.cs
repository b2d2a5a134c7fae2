using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads the pay that is wanted: as the bot's understanding does, and bare amounts of a month (叉车司机，八千).</summary>
internal static partial class PayReader
{
    private const long Least = 1_000;
    private const long Most = 50_000;

    /// <param name="text">Normalised text.</param>
    public static PayWish? Read(SlotValues slots, string text) =>
        slots.Number(SlotNames.SalaryDayMin) is { } day ? new PayWish(PayUnit.Day, day * 100) :
        slots.Number(SlotNames.SalaryHourMin) is { } hour ? new PayWish(PayUnit.Hour, hour * 100) :
        slots.Number(SlotNames.SalaryMin) is { } month ? new PayWish(PayUnit.Month, month * 100) :
        Bare(text) is { } yuan ? new PayWish(PayUnit.Month, yuan * 100) :
        null;

    private static long? Bare(string text) =>
        Amount.Match(text) is { Success: true } match && ChineseNumber.Read(match.Groups["yuan"].Value) is >= Least and <= Most and var yuan
            ? (long)yuan
            : null;

    [GeneratedRegex(@"(?:^|[，,。；;、\s])(?<yuan>[0-9]{4,5}|[一二两三四五六七八九]千[一二三四五六七八九]?百?|[一二两]万)(?:元|块|块钱)?(?=$|[，,。；;、\s])")]
    private static partial Regex Amount { get; }
}
