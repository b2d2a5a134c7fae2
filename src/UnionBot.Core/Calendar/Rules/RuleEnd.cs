namespace UnionBot.Core.Calendar.Rules;

/// <summary>Where a span of days ends that has begun on a day; its last day belongs to it.</summary>
internal abstract record RuleEnd
{
    /// <returns>Null when the day is too far away to be reckoned.</returns>
    public abstract CountedDay? After(DateOnly first, Workdays workdays);
}

/// <summary>小暑到处暑: the next such day, be it in the year after.</summary>
internal sealed record EndsOn(RulePoint Point) : RuleEnd
{
    public override CountedDay? After(DateOnly first, Workdays workdays)
    {
        foreach (var found in Point.Around(first.Year, workdays).Concat(Point.Around(first.Year + 1, workdays)))
        {
            if (found.Day >= first) return found;
        }

        return null;
    }
}

/// <summary>入伏起40天: the first day counts.</summary>
internal sealed record Lasts(int Days) : RuleEnd
{
    public override CountedDay? After(DateOnly first, Workdays workdays) => new CountedDay(first.AddDays(Days - 1));
}

/// <summary>节后起5个工作日: the first day counts when it is worked.</summary>
internal sealed record LastsWorkdays(int Count) : RuleEnd
{
    public override CountedDay? After(DateOnly first, Workdays workdays) => workdays.Add(first.AddDays(-1), Count);
}
