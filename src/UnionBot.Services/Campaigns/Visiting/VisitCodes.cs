namespace UnionBot.Services.Campaigns.Visiting;

/// <summary>How a visit ended.</summary>
public enum ToldOutcome
{
    /// <summary>已慰问.</summary>
    Visited,

    /// <summary>代领: somebody else took or signed it.</summary>
    ByProxy,

    /// <summary>不在家.</summary>
    NotHome,

    /// <summary>搬走了.</summary>
    Moved,

    /// <summary>找不到, 查无此人.</summary>
    NotFound,

    /// <summary>拒收.</summary>
    Refused,

    /// <summary>已故: everything to this person stops.</summary>
    Deceased,

    /// <summary>情况变化, and nothing was given.</summary>
    Changed,

    /// <summary>到工会领.</summary>
    AtUnion,

    /// <summary>邮寄.</summary>
    ByPost,

    /// <summary>打卡.</summary>
    ByTransfer,
}

/// <summary>What is wrong with something that was told before.</summary>
public enum VisitCorrection
{
    /// <summary>Something else is right: 不对, 写错了; what is right follows in the same message, or is to be asked.</summary>
    Amend,

    /// <summary>It is to be undone: 撤回.</summary>
    TakeBack,
}

/// <summary>What a visitor asks of the day.</summary>
public enum DayCommand
{
    List,
    Leave,
    Next,
    Remaining,
    Progress,

    /// <summary>退回: what is left goes back to the store.</summary>
    Return,
}

/// <summary>What about a message is not clear.</summary>
public enum VisitDoubt
{
    /// <summary>走了, 不在了: died, or went away.</summary>
    DeadOrAway,

    /// <summary>Several things of the kit fit, or none is named.</summary>
    WhichItem,

    /// <summary>How many of a thing.</summary>
    HowMany,

    /// <summary>How much money.</summary>
    HowMuch,

    /// <summary>The kit of this campaign has no such thing.</summary>
    NotInKit,

    /// <summary>For what a substitute was given.</summary>
    InsteadOfWhat,

    /// <summary>Who took it.</summary>
    WhoTook,

    /// <summary>Why it was refused.</summary>
    WhyRefused,

    /// <summary>When to come again.</summary>
    WhenAgain,

    /// <summary>When a late entry happened.</summary>
    WhenWasIt,

    /// <summary>What is right instead.</summary>
    WhatIsRight,
}
