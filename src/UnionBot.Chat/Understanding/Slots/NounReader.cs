namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads a slot that is the first noun of its kind: an activity, a place, whom a complaint is about.</summary>
/// <param name="isFor">The intents that it reads for.</param>
internal sealed class NounReader(string slot, NounFinder finder, Func<Intent, bool> isFor) : ISlotReader
{
    public IReadOnlyList<string> Finds { get; } = [slot];

    public void Read(SlotSource source, SlotSheet sheet)
    {
        if (!isFor(source.Intent)) return;

        foreach (var (start, end) in finder.FindAll(source))
        {
            sheet.Put(slot, source.Plain.Said(start, end));
            return;
        }
    }
}
