namespace UnionBot.Chat.Understanding.Dates;

/// <summary>Parts of a day; they end at 05:00, 12:00, 14:00, 18:00 and 24:00.</summary>
public enum PartOfDay
{
    /// <summary>凌晨, 半夜.</summary>
    Dawn,

    /// <summary>早上, 上午.</summary>
    Morning,

    /// <summary>中午.</summary>
    Noon,

    /// <summary>下午.</summary>
    Afternoon,

    /// <summary>傍晚, 晚上.</summary>
    Evening,
}
