namespace UnionBot.Chat.Calendar;

/// <summary>The holiday schedule of one year.</summary>
/// <param name="Year">The year; its first break may begin in the year before.</param>
/// <param name="Breaks">The days off, in order.</param>
/// <param name="Workdays">Saturdays and Sundays on which work is made up for (调休).</param>
public sealed record HolidayYear(int Year, IReadOnlyList<Break> Breaks, IReadOnlyList<DateOnly> Workdays);
