using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Gives back the words of day and time as they were said; for a change of booking those of the new moment.</summary>
internal sealed partial class MomentReader(WhenReader dates) : ISlotReader
{
    public IReadOnlyList<string> Finds { get; } = [SlotNames.DateText, SlotNames.TimeText, SlotNames.ShiftText];

    public void Read(SlotSource source, SlotSheet sheet)
    {
        var text = source.Plain.Source;
        if (source.Intent == Intent.RescheduleLegalAid && Target().Matches(text) is [.., var target])
        {
            var after = text[(target.Index + target.Length)..];
            if (Put(after, dates.Read(after, source.Now), sheet)) return;
        }

        if (source.Intent == Intent.RescheduleLegalAid && Shift().Match(text) is { Success: true } shift)
        {
            sheet.Put(SlotNames.ShiftText, shift.Value);
            return;
        }

        Put(text, source.When, sheet);
    }

    private static bool Put(string text, WhenReading when, SlotSheet sheet)
    {
        sheet.Put(SlotNames.DateText, when.DateSpan?.In(text));
        sheet.Put(SlotNames.TimeText, when.TimeSpan?.In(text));
        return when.DateSpan is not null || when.TimeSpan is not null;
    }

    [GeneratedRegex("(?:改|换|挪|调|推迟|推|提前|延|移|约|转|变更|调整|延后|延期|顺延|推后)(?:到|成|为|至|在)|换个?|另约|改约|改")]
    private static partial Regex Target();

    [GeneratedRegex("(?:往后|往前|向后|推迟|提前|延后|延期|推后|错后|错开|顺延|延长|延|晚|早|后推|推|挪|提)(?:推|挪|延|拖|错|提|移|后)?(?:迟)?(?:个)?[0-9一二两三四五六七八九十半几](?:个)?(?:半)?(?:天|周|星期|礼拜|小时|钟头|月|钟|分钟|日)")]
    private static partial Regex Shift();
}
