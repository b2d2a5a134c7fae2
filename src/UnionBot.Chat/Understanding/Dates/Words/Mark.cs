namespace UnionBot.Chat.Understanding.Dates.Words;

/// <summary>What a word tells about the days and times around it; see <c>marks</c> in <c>words.yaml</c>.</summary>
internal enum Mark
{
    /// <summary>和, 或者.</summary>
    Or,

    /// <summary>还是: either of both, or the last word on it.</summary>
    Rather,

    /// <summary>到.</summary>
    To,

    /// <summary>不要, before it.</summary>
    Not,

    /// <summary>啊不, before the day that is meant instead, or before the one that is not.</summary>
    Slip,

    /// <summary>不行, behind it.</summary>
    Refused,

    /// <summary>上班, behind it.</summary>
    Busy,

    /// <summary>被辞退, behind it.</summary>
    Fact,

    /// <summary>原来, before it.</summary>
    Old,

    /// <summary>不对: what came before was a slip.</summary>
    Fix,

    /// <summary>改到: what came before was agreed on and no longer holds.</summary>
    Move,

    /// <summary>就: the last word on it.</summary>
    Settle,

    /// <summary>不行的话: what follows is second best.</summary>
    Else,

    /// <summary>如果: a refusal behind it is only feared.</summary>
    If,

    /// <summary>想约, before it.</summary>
    Wish,

    /// <summary>可以, behind it.</summary>
    Free,

    /// <summary>其他时间都行.</summary>
    Open,
}
