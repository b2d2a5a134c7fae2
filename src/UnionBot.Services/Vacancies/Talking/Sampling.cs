using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>Invented facts on which templates are proved, as long as real ones can be.</summary>
internal static class Sampling
{
    public static readonly SaidWish Nothing = new([], [], [], [], false, null, false, false, [], [], [], [], false, null);

    public static readonly SaidWish Everything = new(
        ["保洁", "保安"], ["销售"], ["历下区", "解放路"], ["历城区"], true, 350000, false, false, ["白班"], ["管饭"], ["夜班", "加班"], ["保安"], true, 62)
    {
        PayMostFen = 500000,
        Reach = new SaidReach("公交", "40", "10"),
        StartsOn = new DateOnly(2026, 12, 1),
        IsNetPay = true,
        IsBasePay = true,
    };

    public static readonly GivenWay GivenEverything = new(true, ["市中区", "天桥区", "历城区"], null, 315000, ["白班"], true)
    {
        IsPayOpen = true,
    };

    private static readonly VacancyCard Card = new(
        1, "保洁员(急招)", "济南市泉城物业服务有限公司第一分公司", "历下区", "解放路", "1.2",
        SaidPay.Of(new Pay(PayUnit.Month, 3600_00, 3900_00)), ["白班", "管饭", "五险"], new DateOnly(2026, 11, 20));

    public static readonly VacancyPage Page = new(
        Everything, 7, 7, false, GivenWay.Nothing,
        [
            Card,
            Card with { Id = 2, Street = null, Kilometres = null, Traits = [], Pay = SaidPay.Of(new Pay(PayUnit.Day, 200_00, null)) },
            Card with { Id = 3, Pay = SaidPay.Of(Pay.Unsaid) },
        ],
        4);

    public static readonly VacancyDetail Detail = new(
        Card, "历下区解放路 88 号泉城大厦物业办公室", "负责大厦公共区域清扫、垃圾清运和日常保洁。", "每月 15 日发；试用期 一个月",
        "白班 7:00–16:00，月休 4 天", "管午饭，交五险", "身体健康，认真负责", "健康证", Education.Junior, 18, 55, 4,
        new DateOnly(2026, 12, 31), new DateOnly(2026, 11, 1));

    /// <summary>Says no more than it must.</summary>
    public static readonly VacancyDetail Bare = Detail with
    {
        Duties = null,
        PayTerms = null,
        Hours = null,
        Benefits = null,
        Demands = null,
        Licence = null,
        School = Education.Any,
        AgeMin = null,
        AgeMax = null,
        HeadCount = null,
        LicenceSeenOn = null,
        Address = null,
    };
}
