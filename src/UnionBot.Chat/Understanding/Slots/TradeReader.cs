namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads which job is meant: the first that is not refused and not of the past (以前是瓦工, 不要销售).</summary>
internal sealed class TradeReader(TradeTable trades) : ISlotReader
{
    private const int LongestBefore = 4;

    private static readonly string[] Refused = ["不要", "不想", "不干", "不做", "除了", "别给我", "不是", "不找", "不当", "别"];

    private static readonly string[] Past = ["以前", "原来", "之前", "干过", "做过", "当过", "过去", "原先", "本来"];

    public IReadOnlyList<string> Finds { get; } = [SlotNames.JobTitle];

    public void Read(SlotSource source, SlotSheet sheet)
    {
        string? past = null;
        for (var i = 0; i < source.Text.Length;)
        {
            if (LengthAt(source.Text, i) is not (> 0 and var length))
            {
                i++;
                continue;
            }

            // 看大门的保安: the last of the two is the name.
            var start = i;
            i += length;
            if (i < source.Text.Length && source.Text[i] == '的' && LengthAt(source.Text, i + 1) > 0) continue;

            var before = source.Text.AsSpan(Math.Max(0, start - LongestBefore)..start);
            if (ContainsAny(before, Refused)) continue;
            if (!ContainsAny(before, Past))
            {
                sheet.Put(SlotNames.JobTitle, source.Plain.Said(start, i));
                return;
            }

            past ??= source.Plain.Said(start, i);
        }

        sheet.Put(SlotNames.JobTitle, past);
    }

    private int LengthAt(string text, int at)
    {
        trades.Longest(text.AsSpan(at), out var length);
        return length;
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
