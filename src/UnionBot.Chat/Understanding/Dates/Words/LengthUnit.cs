namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>The units of lengths of time.</summary>
internal enum LengthUnit
{
    Minute,
    Quarter,
    Hour,
    Day,
    Workday,
    Week,
    Month,
    Year,
}
