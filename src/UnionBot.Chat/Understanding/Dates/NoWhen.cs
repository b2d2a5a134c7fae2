namespace UnionBot.Chat.Understanding.Dates;

/// <summary>Why a text gives no day and no time.</summary>
public enum NoWhen
{
    /// <summary>There is none in it, or only ones that were refused: 周三不行.</summary>
    None,

    /// <summary>It cannot be pinned down: 过几天, 下周, 月底前.</summary>
    Vague,

    /// <summary>There is no such day or time: 2月30号, 25点.</summary>
    Impossible,

    /// <summary>It has gone: 昨天, 这周三 on a Saturday.</summary>
    Past,

    /// <summary>It needs the holiday schedule of a year that is not known yet.</summary>
    UnknownCalendar,
}
