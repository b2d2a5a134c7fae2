namespace UnionBot.Chat.Calendar;

/// <summary>A day of the lunar calendar (农历).</summary>
/// <param name="Year">The Gregorian year in which this lunar year begins.</param>
/// <param name="Month">1 (正月) to 12 (腊月); a leap month has the number of the month before it.</param>
/// <param name="Day">1 to 30.</param>
/// <param name="IsLeap">True in a leap month (闰月).</param>
public readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeap = false);
