using UnionBot.Chat.Calendar;

namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>A day with a name.</summary>
/// <param name="Name">For a public holiday the name in the holiday schedule.</param>
internal sealed record Festival(string Name, DayRule Day, FestivalUse Use);

/// <summary>When the words of a festival name a day.</summary>
internal enum FestivalUse
{
    Always,

    /// <summary>Only alone, or with 那天 or a time behind it: 小雪 is also weather.</summary>
    Careful,

    /// <summary>Only before a part of the day: 三十晚上.</summary>
    BeforePart,

    /// <summary>Only with 第一天, 第一个工作日 behind it: 年后 alone is vague.</summary>
    Around,
}
