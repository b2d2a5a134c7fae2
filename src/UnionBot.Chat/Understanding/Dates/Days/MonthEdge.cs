using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>月底, 下月初, 12月中: the last day, the first, the 15th, each approximately.</summary>
/// <param name="Months">Months from this one; null when none was named, or <paramref name="Month"/> was.</param>
/// <param name="Month">1 to 12; null when it was not named by its number.</param>
internal sealed record MonthEdge(Edge Edge, int? Months = null, YearName? Year = null, int? Month = null) : DayPhrase
{
    public override bool IsSurelyAhead => Months > 0;

    protected override FoundDay Find(Today today)
    {
        if (Month is < 1 or > 12) return NoWhen.Impossible;
        if (Month is { } month) return Near(new MonthDay(Year, month, DayIn(new DateOnly(YearOf(today), month, 1))).On(today));

        var first = new DateOnly(today.Day.Year, today.Day.Month, 1);
        var day = In(first.AddMonths(Months ?? 0));
        return FoundDay.Of(Months is null && day < today.Day ? In(first.AddMonths(1)) : day, today, isApproximate: true);
    }

    private int YearOf(Today today) => Year?.On(today) ?? today.Day.Year;

    private DateOnly In(DateOnly month) => month.AddDays(DayIn(month) - 1);

    private int DayIn(DateOnly month) => Edge switch
    {
        Edge.First => 1,
        Edge.Middle => 15,
        _ => DateTime.DaysInMonth(month.Year, month.Month),
    };

    private static FoundDay Near(FoundDay day) => day with { IsApproximate = day.Date is not null };
}
