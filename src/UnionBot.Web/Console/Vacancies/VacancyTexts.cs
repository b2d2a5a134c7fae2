using System.Globalization;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Web.Console.Vacancies;

/// <summary>What the stored states and doubts of vacancies mean, for staff.</summary>
internal static class VacancyTexts
{
    private static readonly (VacancyDoubts Doubt, string Text)[] Doubts =
    [
        (VacancyDoubts.ChildLabour, "招 16 岁以下，不能展示"),
        (VacancyDoubts.Fee, "要交费"),
        (VacancyDoubts.Deposit, "收押金或扣证件"),
        (VacancyDoubts.TrainingLoan, "培训贷"),
        (VacancyDoubts.Discrimination, "有歧视性要求"),
        (VacancyDoubts.AgeLimit, "限年龄"),
        (VacancyDoubts.NoPay, "没写工资"),
        (VacancyDoubts.PayTooHigh, "工资高得离谱"),
        (VacancyDoubts.PayTooLow, "工资写得不对"),
        (VacancyDoubts.NoLicence, "没看过营业执照"),
        (VacancyDoubts.Reported, "有人反映不靠谱"),
        (VacancyDoubts.Stale, "核实过了 30 天"),
    ];

    public static IEnumerable<string> Of(VacancyDoubts doubts) => Doubts.Where(d => doubts.HasFlag(d.Doubt)).Select(d => d.Text);

    public static string Of(VacancyState state) => state switch
    {
        VacancyState.Waiting => "待核实",
        VacancyState.Approved => "展示中",
        VacancyState.Rejected => "退回",
        VacancyState.Closed => "已结束",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(VacancyRefusal refusal) => refusal switch
    {
        VacancyRefusal.Unknown => "没有这个岗位。",
        VacancyRefusal.Over => "这个岗位已经结束了，不能再改。",
        VacancyRefusal.NeedsReason => "这个岗位有疑点，要展示请写一下怎么核实的。",
        VacancyRefusal.NeverAllowed => "这个岗位招 16 岁以下，不能展示。",
        VacancyRefusal.NotShown => "这个岗位现在本来就没有展示。",
        VacancyRefusal.Changed => "您看这一页的时候，这个岗位刚被改过。现在的样子和记录在下面，您写的也还在；看一眼再决定要不要提交。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    /// <summary>A decision as the audit names it.</summary>
    public static string OfDecision(string action) => action switch
    {
        "vacancy/approved" => "核实了，展示",
        "vacancy/rejected" => "退回",
        "vacancy/hidden" => "暂时不展示",
        "vacancy/closed" => "结束了",
        _ => action,
    };

    /// <summary>What a button wants.</summary>
    public static string OfDeed(string deed) => OfDecision(deed switch
    {
        VacancyEndpoints.Approve => "vacancy/approved",
        VacancyEndpoints.Reject => "vacancy/rejected",
        VacancyEndpoints.Hide => "vacancy/hidden",
        VacancyEndpoints.Close => "vacancy/closed",
        _ => deed,
    });

    public static string PayOf(Vacancy vacancy) => vacancy switch
    {
        { PayMinFen: null, PayMaxFen: null } => "没写",
        { PayMinFen: { } least, PayMaxFen: { } most } when least != most => $"{Yuan(least)}–{Yuan(most)} {UnitOf(vacancy.PayUnit)}",
        { PayMinFen: null, PayMaxFen: { } most } => $"最多 {Yuan(most)} {UnitOf(vacancy.PayUnit)}",
        _ => $"{Yuan(vacancy.PayMinFen!.Value)} {UnitOf(vacancy.PayUnit)}",
    };

    /// <summary>Whom the employer takes; "" for anybody.</summary>
    public static string PeopleOf(Vacancy vacancy) => string.Join("，", new[]
    {
        vacancy.HeadCount is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count} 人") : "",
        vacancy.Gender switch { GenderRule.Men => "男", GenderRule.Women => "女", _ => "" },
        (vacancy.AgeMin, vacancy.AgeMax) switch
        {
            (null, null) => "",
            ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $"{least}–{most} 岁"),
            ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"{least} 岁以上"),
            (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"{most} 岁以下"),
        },
        vacancy.Education switch
        {
            Education.Junior => "初中以上",
            Education.Senior => "高中、中专以上",
            Education.College => "大专以上",
            Education.Bachelor => "本科以上",
            Education.Master => "硕士以上",
            _ => "",
        },
    }.Where(part => part.Length > 0));

    private static string UnitOf(PayUnit unit) => unit switch
    {
        PayUnit.Day => "元/天",
        PayUnit.Hour => "元/小时",
        PayUnit.Piece => "元/月（计件）",
        _ => "元/月",
    };

    private static string Yuan(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
