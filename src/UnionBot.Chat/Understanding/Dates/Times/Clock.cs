namespace UnionBot.Chat.Understanding.Dates.Times;

/// <summary>A clock time as written or said.</summary>
/// <param name="IsLiteral">True for 03:30 and 零点: never the afternoon.</param>
internal readonly record struct Clock(int Hour, int Minute, bool IsLiteral = false);
