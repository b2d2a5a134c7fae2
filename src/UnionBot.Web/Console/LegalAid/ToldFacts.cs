using System.Globalization;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>What was told with a booking, as whoever may read it sees it.</summary>
internal static class ToldFacts
{
    private const string Event = "on-";

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["topics"] = "哪几类事",
        ["amount-fen"] = "多少钱",
        ["months-owed"] = "欠了几个月",
        ["employed"] = "还在不在单位",
        ["done"] = "已经做过",
        ["evidence"] = "手里有",
        ["wish"] = "想要的律师",
        ["lives-in"] = "住在",
        ["representation"] = "想请律师代理",
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["yes"] = "是",
        ["no"] = "否",
        ["Arbitration"] = "仲裁",
        ["Suit"] = "起诉",
        ["Inspection"] = "找过劳动监察",
        ["Mediation"] = "调解",
        ["Police"] = "报过警",
        ["OwnLawyer"] = "自己请了律师",
        ["Contract"] = "合同",
        ["PayRecords"] = "工资记录",
        ["Attendance"] = "考勤",
        ["Messages"] = "聊天记录",
        ["Papers"] = "文书",
        ["Medical"] = "病历",
        ["Nothing"] = "什么也没有",
        ["Woman"] = "女律师",
        ["Dialect"] = "会方言",
        ["Sign"] = "会手语",
        ["NewForms"] = "新就业形态团",
    };

    private static readonly Dictionary<string, string> Events = new(StringComparer.Ordinal)
    {
        ["Knew"] = "知道权益受损",
        ["Violation"] = "事情发生",
        ["Left"] = "离开单位",
        ["Hired"] = "入职",
        ["Accident"] = "受伤",
        ["Diagnosis"] = "诊断出职业病",
        ["Award"] = "收到裁决书",
        ["Refusal"] = "收到不予受理",
        ["Filed"] = "申请仲裁",
        ["Accepted"] = "受理",
        ["Due"] = "约定付款",
        ["InjuryDecision"] = "收到工伤认定",
        ["Assessment"] = "收到劳动能力鉴定",
        ["DiseaseCertificate"] = "收到职业病诊断",
        ["DiseaseAppraisal"] = "收到职业病鉴定",
        ["Resigned"] = "提出辞职",
        ["ResignedInTrial"] = "试用期提出辞职",
        ["AidApplied"] = "申请法律援助",
        ["Sick"] = "生病",
    };

    /// <summary>In the order of a first talk; only what was said.</summary>
    public static IEnumerable<(string Title, string Words)> Of(ToldDetails told)
    {
        if (told.Name is { } name) yield return ("称呼", name);
        if (told.Relation is { } relation) yield return ("替谁约的", relation);
        if (told.Employer is { } employer) yield return ("单位", employer);
        foreach (var (key, value) in told.Facts) yield return (TitleOf(key), Show(key, value));
    }

    private static string TitleOf(string key) => key.StartsWith(Event, StringComparison.Ordinal)
        ? $"什么时候（{Events.GetValueOrDefault(key[Event.Length..], key[Event.Length..])}）"
        : Titles.GetValueOrDefault(key, key);

    private static string Show(string key, string value) => key switch
    {
        "amount-fen" when long.TryParse(value, CultureInfo.InvariantCulture, out var fen) => $"{(fen / 100m).ToString("0.##", CultureInfo.InvariantCulture)} 元",
        "topics" => string.Join('、', value.Split(' ').Select(LegalAidTexts.Topic)),
        _ when key.StartsWith(Event, StringComparison.Ordinal) => string.Join(" 到 ", value.Split(' ').Distinct()),
        _ => string.Join('、', value.Split(", ").Select(word => Words.GetValueOrDefault(word, word))),
    };
}
