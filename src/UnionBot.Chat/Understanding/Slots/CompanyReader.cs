namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads employers by name: the own one, or from which one to which one somebody moves.</summary>
internal sealed class CompanyReader(NounFinder companies) : ISlotReader
{
    private const int ShortestName = 4;
    private const int LongestBefore = 6;

    private static readonly string[] From = ["从", "由", "原单位是", "原来在", "以前在", "之前在", "原在", "离开", "旧单位是", "老单位是", "从原来的"];

    private static readonly string[] To = ["到", "去", "进", "进了", "入职", "新单位是", "新单位叫", "调到", "转入", "来", "来了", "现在在", "到了", "去了", "转去", "至"];

    public IReadOnlyList<string> Finds { get; } = [SlotNames.Company, SlotNames.FromCompany, SlotNames.ToCompany];

    public void Read(SlotSource source, SlotSheet sheet)
    {
        foreach (var (start, end) in companies.FindAll(source))
        {
            if (end - start < ShortestName) continue;

            var said = source.Plain.Said(start, end);
            var before = source.Text.AsSpan(Math.Max(0, start - LongestBefore)..start);
            if (EndsWithAny(before, From)) sheet.Put(SlotNames.FromCompany, said);
            else if (EndsWithAny(before, To)) sheet.Put(SlotNames.ToCompany, said);
            sheet.Put(SlotNames.Company, said);
        }
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
