namespace UnionBot.Chat.Understanding.Dates.Days;

/// <summary>A day as somebody named it, before it is known when they did.</summary>
internal abstract record DayPhrase
{
    /// <summary>True for phrases that can only mean the future: 明天, 下周三.</summary>
    public virtual bool IsSurelyAhead => false;

    /// <summary>25号左右.</summary>
    public bool IsAbout { get; init; }

    public FoundDay On(Today today)
    {
        var found = Find(today);
        return found with { IsApproximate = found.Date is not null && (found.IsApproximate || IsAbout) };
    }

    protected abstract FoundDay Find(Today today);

    /// <summary>The same phrase when it takes over what an earlier one said: in 下周二或周四, 周四 is one of next week.</summary>
    public virtual DayPhrase Behind(DayPhrase earlier) => this;

    /// <summary>The day when this phrase ends a range that begins on <paramref name="first"/>; null when it cannot.</summary>
    public virtual DateOnly? EndingFrom(DateOnly first, Today today) => On(today).Date is { } day && day >= first ? day : null;
}
