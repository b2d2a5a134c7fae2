namespace UnionBot.Core.Calendar;

/// <summary>Days as people in China live them: UTC+8 all year.</summary>
public static class UnionCalendar
{
    public static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>The day in China at <paramref name="moment"/>.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(moment.ToOffset(ChinaOffset).DateTime);
}
