namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>Words that look for a day and name none: 过几天, 上个月, 星期八.</summary>
/// <param name="Weeks">For 下周 without a day, how many weeks ahead: a weekday behind it is one of that week.</param>
/// <param name="Months">For 下个月 without a day, likewise.</param>
internal sealed record NoDay(NoWhen Reason, int? Weeks = null, int? Months = null) : DayPhrase
{
    protected override FoundDay Find(Today today) => Reason;
}
