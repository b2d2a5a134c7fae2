namespace UnionBot.Services.Vacancies.Posts;

/// <summary>What staff must look at before a vacancy is shown. Stored as bits: a value is never changed.</summary>
[Flags]
public enum VacancyDoubts
{
    None = 0,

    /// <summary>体检费, 培训费, 服装费, 介绍费, 包上岗: the worker would pay.</summary>
    Fee = 1 << 0,

    /// <summary>押金, 保证金, 扣证件.</summary>
    Deposit = 1 << 1,

    /// <summary>培训贷.</summary>
    TrainingLoan = 1 << 2,

    /// <summary>限男, 未婚, 不要某地人 (就业促进法).</summary>
    Discrimination = 1 << 3,

    /// <summary>35岁以下, without a legal ground.</summary>
    AgeLimit = 1 << 4,

    /// <summary>Nothing is said of pay.</summary>
    NoPay = 1 << 5,

    /// <summary>过高请核实: far above what others pay in the trade.</summary>
    PayTooHigh = 1 << 6,

    /// <summary>Less than can be meant, or the least above the most.</summary>
    PayTooLow = 1 << 7,

    /// <summary>Nobody has seen the employer's licence.</summary>
    NoLicence = 1 << 8,

    /// <summary>Workers have reported it (不靠谱).</summary>
    Reported = 1 << 9,

    /// <summary>Verified too long ago.</summary>
    Stale = 1 << 10,

    /// <summary>Open to people under 16 (童工).</summary>
    ChildLabour = 1 << 11,
}
