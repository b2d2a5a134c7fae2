namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads the pay that is wanted, and the sum that a dispute is about.</summary>
internal sealed class PayReader : ISlotReader
{
    private static readonly string[] Owed = ["欠", "拖", "扣", "押", "没给", "没发", "不给", "不发", "没结", "赔", "讨", "要回", "借条", "白条"];

    public IReadOnlyList<string> Finds { get; } =
        [SlotNames.SalaryMin, SlotNames.SalaryMax, SlotNames.SalaryDayMin, SlotNames.SalaryHourMin, SlotNames.Amount];

    public void Read(SlotSource source, SlotSheet sheet)
    {
        foreach (var pay in PayScanner.Find(source.Text))
        {
            if (source.IsTime(pay.Start)) continue;
            if (sheet.Wants(SlotNames.Amount))
            {
                if (Owed.Any(word => source.Text.Contains(word, StringComparison.Ordinal))) sheet.Put(SlotNames.Amount, pay.Min ?? pay.Max);
                return;
            }

            Put(pay, sheet);
            return;
        }
    }

    private static void Put(PayMention pay, SlotSheet sheet)
    {
        switch (pay.Period)
        {
            case PayPeriod.Day: sheet.Put(SlotNames.SalaryDayMin, pay.Min); break;
            case PayPeriod.Hour: sheet.Put(SlotNames.SalaryHourMin, pay.Min); break;
            default:
                sheet.Put(SlotNames.SalaryMin, pay.Min);
                sheet.Put(SlotNames.SalaryMax, pay.Max);
                break;
        }
    }
}
