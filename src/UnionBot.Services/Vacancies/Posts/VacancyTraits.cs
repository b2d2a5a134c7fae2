namespace UnionBot.Services.Vacancies.Posts;

/// <summary>
/// What can be said of work besides trade, place and pay. A vacancy states or denies a trait, or says nothing of it; a
/// worker wants, would like or refuses it. Stored as bits: a value is never changed.
/// </summary>
[Flags]
public enum VacancyTraits
{
    None = 0,

    /// <summary>白班.</summary>
    Day = 1 << 0,

    /// <summary>夜班.</summary>
    Night = 1 << 1,

    /// <summary>倒班: day and night by turns.</summary>
    Rotating = 1 << 2,

    /// <summary>只在周末.</summary>
    Weekend = 1 << 3,

    /// <summary>小时工.</summary>
    Hourly = 1 << 4,

    /// <summary>全职.</summary>
    FullTime = 1 << 5,

    /// <summary>兼职.</summary>
    PartTime = 1 << 6,

    /// <summary>临时工, 短期.</summary>
    Temporary = 1 << 7,

    /// <summary>寒暑假工.</summary>
    Seasonal = 1 << 8,

    /// <summary>日结: paid out every day.</summary>
    DailyPay = 1 << 9,

    /// <summary>包吃.</summary>
    Board = 1 << 10,

    /// <summary>包住.</summary>
    Lodging = 1 << 11,

    /// <summary>五险.</summary>
    SocialInsurance = 1 << 12,

    /// <summary>公积金.</summary>
    HousingFund = 1 << 13,

    /// <summary>双休.</summary>
    TwoDaysOff = 1 << 14,

    /// <summary>要加班.</summary>
    Overtime = 1 << 15,

    /// <summary>厂里, 车间.</summary>
    Factory = 1 << 16,

    /// <summary>销售.</summary>
    Sales = 1 << 17,

    /// <summary>中介, 劳务派遣: the employer is not whom one works for.</summary>
    Agency = 1 << 18,

    /// <summary>学徒, 无经验也行.</summary>
    Beginners = 1 << 19,

    /// <summary>六十岁以上或退休的也收.</summary>
    Seniors = 1 << 20,

    /// <summary>重活: hard, hot, high or harmful work, not for anybody under 18.</summary>
    Heavy = 1 << 21,

    /// <summary>计件.</summary>
    PieceRate = 1 << 22,

    /// <summary>有提成: a commission on top of the pay.</summary>
    Commission = 1 << 23,

    /// <summary>纯提成: nothing but a commission.</summary>
    CommissionOnly = 1 << 24,

    /// <summary>半天班.</summary>
    HalfDay = 1 << 25,

    /// <summary>只上午.</summary>
    MorningsOnly = 1 << 26,

    /// <summary>只下午.</summary>
    AfternoonsOnly = 1 << 27,

    /// <summary>工地.</summary>
    Site = 1 << 28,
}
