using System.Globalization;

namespace UnionBot.Chat.Understanding.Slots;

/// <summary>What a message says besides what is wanted, by the names of <see cref="SlotNames"/>. Only what the text says.</summary>
/// <param name="All">Each slot once.</param>
public sealed record SlotValues(IReadOnlyList<SlotValue> All)
{
    public static readonly SlotValues None = new([]);

    /// <summary>The text of a slot, a number as digits; null when the message does not say it.</summary>
    public string? Text(string name) => Find(name)?.ToString();

    /// <summary>The number of a slot; null when the message does not say it.</summary>
    public long? Number(string name) => Find(name)?.Number;

    private SlotValue? Find(string name)
    {
        foreach (var value in All)
        {
            if (value.Name == name) return value;
        }

        return null;
    }
}

/// <summary>One slot. Exactly one of <see cref="Said"/> and <see cref="Number"/> is set.</summary>
/// <param name="Said">A part of the message as it was said, or a code.</param>
/// <param name="Number">Yuan, people, or a place in a list counted from 1.</param>
public sealed record SlotValue(string Name, string? Said, long? Number = null)
{
    public override string ToString() => Said ?? Number!.Value.ToString(CultureInfo.InvariantCulture);
}
