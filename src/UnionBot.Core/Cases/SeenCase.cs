namespace UnionBot.Core.Cases;

/// <summary>A case as somebody has seen it who is about to do something with it.</summary>
/// <param name="Entries">
/// How many entries its history had, which is its version: with another one the deed is refused. Null for who did not look.
/// </param>
public readonly record struct SeenCase(long Number, int? Entries = null)
{
    public static implicit operator SeenCase(long number) => new(number);

    public static SeenCase FromInt64(long number) => number;
}
