namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>Where in a month or year a day is: 月初, 月中, 月底.</summary>
internal enum Edge
{
    First,
    Middle,
    Last,
}
