namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Collects the slots of one message: the first value of a slot stays, and only slots that fit the intent are taken.</summary>
internal sealed class SlotSheet(IReadOnlyList<string> wanted)
{
    private readonly List<SlotValue> _values = [];

    public bool Wants(string slot) => wanted.Contains(slot) && !Has(slot);

    public bool Has(string slot) => _values.Exists(v => v.Name == slot);

    public void Put(string slot, string? said)
    {
        if (!string.IsNullOrEmpty(said) && Wants(slot)) _values.Add(new SlotValue(slot, said));
    }

    public void Put(string slot, long? number)
    {
        if (number is not null && Wants(slot)) _values.Add(new SlotValue(slot, null, number));
    }

    public SlotValues ToValues() => _values.Count == 0 ? SlotValues.None : new SlotValues(_values);
}
