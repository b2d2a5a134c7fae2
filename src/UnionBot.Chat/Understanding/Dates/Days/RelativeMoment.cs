namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>两小时后: names day and time at once.</summary>
internal sealed record RelativeMoment(int Minutes) : DayPhrase
{
    public override bool IsSurelyAhead => true;

    protected override FoundDay Find(Today today)
    {
        var moment = today.Day.ToDateTime(today.Clock).AddMinutes(Minutes);
        return new FoundDay(DateOnly.FromDateTime(moment), null, false, new TimeOnly(moment.Hour, moment.Minute));
    }
}
