namespace UnionBot.Chat.Understanding.Slots;

/// <summary>For how long a pay is.</summary>
public enum PayPeriod
{
    Month,
    Day,
    Hour,
}

/// <summary>A pay, or another sum, as a message names it. Yuan.</summary>
/// <param name="Min">Null for 五千以内.</param>
/// <param name="Max">Null when there is no upper end.</param>
/// <param name="Start">Where it stands in the plain text.</param>
public sealed record PayMention(long? Min, long? Max, PayPeriod Period, int Start, int End);
