namespace UnionBot.Core.Calendar.Holidays;

/// <summary>A line of an imported holiday schedule: days off in a row, or days on which work is made up for (调休).</summary>
/// <param name="Year">The year of the schedule; its first day off may lie in the year before.</param>
/// <param name="IsWork">True for days that are worked although they are a Saturday or a Sunday.</param>
/// <param name="Holidays">Names of the holidays, with 、 between; "" for days that are worked.</param>
/// <param name="Source">The notice it was published in; null when the list did not say.</param>
internal sealed record HolidayPeriod(short Year, bool IsWork, string Holidays, DateOnly FirstOn, DateOnly LastOn, string? Source)
{
    public const char Separator = '、';

    public const int LongestName = 12;
    public const int MostNames = 4;
    public const int LongestSource = 100;
}
