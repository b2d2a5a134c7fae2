using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads numbers that name something: telephone, identity, member, booking and vacancy numbers.</summary>
internal sealed partial class NumberReader : ISlotReader
{
    private const int PhoneLength = 11;

    public IReadOnlyList<string> Finds { get; } =
        [SlotNames.Phone, SlotNames.IdLast4, SlotNames.MemberNo, SlotNames.BookingNo, SlotNames.VacancyNo];

    public void Read(SlotSource source, SlotSheet sheet)
    {
        var text = source.Plain.Source;
        if (IdNumber().Match(text) is { Success: true } id)
        {
            sheet.Put(SlotNames.IdLast4, id.Value[^4..].ToUpperInvariant());
            text = text.Remove(id.Index, id.Length);
        }

        sheet.Put(SlotNames.IdLast4, LastFour().Match(text) is { Success: true } last ? last.Groups[1].Value.ToUpperInvariant() : null);
        sheet.Put(SlotNames.BookingNo, Booking().Match(text) is { Success: true } booking ? booking.Value : null);
        sheet.Put(SlotNames.VacancyNo, VacancyIn(text));
        ReadPhone(text, sheet);
        sheet.Put(SlotNames.MemberNo, MemberIn(text));
    }

    private static void ReadPhone(string text, SlotSheet sheet)
    {
        foreach (Match digits in Digits().Matches(text))
        {
            // Digits are also said one by one and in groups: 幺三八 0000 零零零一.
            if (ChineseNumber.ReadDigits(digits.Value) is { Length: PhoneLength } phone && phone[0] == '1' && phone[1] > '2')
            {
                sheet.Put(SlotNames.Phone, phone);
                return;
            }
        }
    }

    private static string? MemberIn(string text)
    {
        var match = Member().Match(text);
        if (match.Success) return match.Groups[1].Value;

        var alone = LongNumber().Match(text);
        return alone.Success && alone.Length != PhoneLength ? alone.Value : null;
    }

    private static string? VacancyIn(string text)
    {
        var match = Vacancy().Match(text);
        if (match.Success) return match.Value.ToUpper(CultureInfo.InvariantCulture);

        match = VacancyNamed().Match(text);
        return match.Success ? match.Groups[1].Value.ToUpper(CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"(?<!\d)\d{17}[\dXx](?![\dA-Za-z])")]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"(?:身份证[^\d]{0,6}|后四位[^\d]{0,4}|尾号[^\d]{0,3})(\d{3}[\dXx])(?!\d)")]
    private static partial Regex LastFour();

    [GeneratedRegex(@"(?<![A-Za-z])[Ll][Aa][-－ ]?\d[\d-]{3,16}\d")]
    private static partial Regex Booking();

    [GeneratedRegex(@"(?<![A-Za-z\d])[A-Za-z]{1,2}-?\d{3,6}(?!\d)")]
    private static partial Regex Vacancy();

    [GeneratedRegex(@"(?:岗位|职位|招聘)?(?:编号|号码|号)[是为:： ]{0,2}([A-Za-z]{0,2}-?\d{3,8})(?!\d)")]
    private static partial Regex VacancyNamed();

    [GeneratedRegex(@"[\d一二三四五六七八九零〇幺两洞拐勾][\d一二三四五六七八九零〇幺两洞拐勾 -]{9,18}[\d一二三四五六七八九零〇幺两洞拐勾]")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?:会员|卡|证|工会卡)(?:编号|号码|号)?[是为:： ]{0,2}(\d{6,16})(?!\d)")]
    private static partial Regex Member();

    [GeneratedRegex(@"(?<![\dA-Za-z])\d{8,16}(?![\dA-Za-z])")]
    private static partial Regex LongNumber();
}
