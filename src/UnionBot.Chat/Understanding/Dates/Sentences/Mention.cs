using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Times;

namespace UnionBot.Chat.Understanding.Dates.Sentences;

/// <summary>A day, a time, or both, as one proposal of a sentence.</summary>
internal sealed class Mention
{
    public DayPhrase? Day { get; set; }

    /// <summary>The end of a range of days.</summary>
    public DayPhrase? LastDay { get; set; }

    public TextSpan? DaySpan { get; set; }

    public TimePhrase? Time { get; set; }

    public TextSpan? TimeSpan { get; set; }

    public Link Link { get; init; }

    /// <summary>Days said in one breath have the same chain and are judged together: 周三周四都不行.</summary>
    public int Chain { get; init; }

    /// <summary>The clause in which it stands, counted from 0.</summary>
    public int Clause { get; init; }

    /// <summary>It was refused: 不要周一, 周三不行.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Something else is on then: it counts only when there is nothing better.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Something happened then.</summary>
    public bool IsFact { get; set; }

    /// <summary>It was asked for, or said to do.</summary>
    public bool IsWished { get; set; }

    /// <summary>True unless its day is only 最近, 过几天: 下周 names something, if no day.</summary>
    public bool NamesDay => Day is not NoDay { Reason: NoWhen.Vague, Weeks: null, Months: null };

    public bool HasRealDay => Day is not (null or NoDay);

    /// <summary>True when a time that is said later may belong to this day.</summary>
    public bool LendsDay => Day is not (null or RelativeDay { Days: < 0 } or NoDay { Reason: NoWhen.Past })
        && !IsFact && (!IsRefused || Time is not null);
}
