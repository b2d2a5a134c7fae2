namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>A year that was named: 2027年, or 明年 as years from this one.</summary>
internal readonly record struct YearName(int Value, bool IsRelative)
{
    public int On(Today today) => IsRelative ? today.Day.Year + Value : Value;
}
