namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Finds the values of some slots in a message.</summary>
internal interface ISlotReader
{
    /// <summary>The slots it can find; it is asked only when one of them is wanted.</summary>
    IReadOnlyList<string> Finds { get; }

    void Read(SlotSource source, SlotSheet sheet);
}
