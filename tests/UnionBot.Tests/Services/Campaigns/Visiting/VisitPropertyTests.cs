using FsCheck;
using FsCheck.Fluent;
using UnionBot.Services.Campaigns.Visiting;

namespace UnionBot.Tests.Services.Campaigns.Visiting;

public sealed class VisitPropertyTests
{
    private static readonly string[] Digits = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九"];

    private static readonly (string Said, string? Code)[] Signers = [("", null), ("，媳妇签的", "spouse"), ("，儿子代领", "child"), ("，邻居代收", "neighbour"), ("，本人签的", "self")];

    private static readonly (string Said, string? Code)[] Needs = [("", null), ("，想问助学", "student-aid"), ("，想找工作", "work"), ("，房子漏雨", "housing")];

    private static readonly Gen<Report> Reports =
        from rice in Gen.Choose(1, 9)
        from oil in Gen.Choose(1, 9)
        from hundreds in Gen.Choose(1, 30)
        from signer in Gen.Elements(Signers)
        from need in Gen.Elements(Needs)
        select new Report(rice, oil, hundreds * 100, signer, need);

    private static readonly Gen<string> Scraps = Gen.Elements(
        "给了", "没给", "米", "油", "钱", "两", "3", "袋", "桶", "800", "块", "，", "。", "换成了", "都给了", "不对", "是", "媳妇", "签的", "代领", "不在家", "不要", "走了", "去世",
        "明天", "下午", "再来", "第3户", "王师傅家", "补录", "昨天", "三点", "各", "和", "除了", "东西", "大概", "几", "万", "😀", " ", "", "¥", ".", "退回", "名单", "*", "人");

    [Fact]
    public void A_report_in_any_wording_is_read_back() => Prop.ForAll(Reports.ToArbitrary(), report =>
        report.Wordings().All(said => Fits(report, VisitKits.Reader.Read(said, VisitKits.Winter, VisitKits.At)))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_said_back_is_read_as_the_same_again() => Prop.ForAll(Reports.ToArbitrary(), report =>
    {
        var reading = VisitKits.Reader.Read(report.Wordings().First(), VisitKits.Winter, VisitKits.At);
        var facts = VisitReadBack.Of(reading, VisitKits.Winter, VisitKits.Reader.Titles);
        var said = "记下: " + string.Join(' ', facts.Items.Select(i => $"{i.Name}{i.Count}")) + $" 现金{facts.Yuan}"
            + (facts.Proxy is { } proxy ? $"，代领({proxy})" : "") + (facts.Needs is [var need] ? $"，新需求: {need}" : "");
        return Fits(report with { Signer = ("", facts.Proxy is null ? null : report.Signer.Code) }, VisitKits.Reader.Read(said, VisitKits.Winter, VisitKits.At));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_and_nothing_is_counted_below_zero() => Prop.ForAll(Scraps.ListOf().Select(string.Concat).ToArbitrary(), text =>
    {
        var reading = VisitKits.Reader.Read(text, VisitKits.Winter, VisitKits.At);
        return reading.Given.All(g => g.Count >= 0) && reading.MoneyFen is null or >= 0 && (reading.ClaimedAt is null || reading.ClaimedAt <= VisitKits.At)
            && reading.Given.All(g => reading.Unclear.All(q => q.Item != g.Item));
    }).QuickCheckThrowOnFailure();

    private static bool Fits(Report report, VisitReading read) =>
        CountOf(read, "rice") == report.Rice && CountOf(read, "oil") == report.Oil && read.MoneyFen == report.Yuan * 100L
        && read.Signer?.Relation?.Code == report.Signer.Code && read.Needs.SingleOrDefault()?.Code == report.Need.Code && read.Unclear.Count == 0;

    private static long? CountOf(VisitReading read, string code) => read.Given.SingleOrDefault(g => g.Item.Code == code)?.Count;

    private sealed record Report(int Rice, int Oil, int Yuan, (string Said, string? Code) Signer, (string Said, string? Code) Need)
    {
        public IEnumerable<string> Wordings()
        {
            var rest = Signer.Said + Need.Said;
            yield return $"给了{Digits[Rice]}袋米{Digits[Oil]}桶油{Yuan}元{rest}";
            yield return $"米{Digits[Rice]}袋，油{Digits[Oil]}桶，钱{Yuan}{rest}";
            yield return $"大米{Rice} 油{Oil} 现金{Yuan}{rest}";
            yield return $"油{Oil}桶 东北大米{Rice}袋 {Yuan}块钱{rest}";
        }
    }
}
