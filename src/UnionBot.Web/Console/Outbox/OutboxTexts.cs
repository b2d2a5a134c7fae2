using System.Globalization;
using UnionBot.Web.Console.Cases;

namespace UnionBot.Web.Console.Outbox;

/// <summary>What the stored occasions of messages mean, for staff.</summary>
internal static class OutboxTexts
{
    /// <summary>By how the occasion begins, and how it goes on before or behind its number.</summary>
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["answer"] = "机器人的回答",
        ["case/answer"] = "工作人员的回复",
        ["case/closed"] = "“办好了”的通知",
        ["case/notice"] = "给工作人员的事项提醒",
        ["case/called"] = "给工作人员的再次求助提醒",
        ["case/unsure"] = "给工作人员的“没送到”提醒",
        ["alarm/staff"] = "给值班人员的警报",
        ["alarms/staff"] = "给值班人员的警报",
        ["broadcast"] = "群发",
        ["broadcasts/paused"] = "给工作人员的“群发自动暂停”提醒",
        ["broadcasts/recalled"] = "给工作人员的“群发批准作废”提醒",
        ["broadcasts/test"] = "群发前发给自己试看的",
        ["campaigns/weather-waits"] = "给工作人员的“高温提醒没批准”提醒",
        ["campaigns/weather"] = "高温天的提醒",
        ["membership/code-not-sent"] = "“验证码没发出去”的提醒",
        ["sending/refused"] = "给工作人员的“平台不让发”提醒",
        ["legal-aid/offered"] = "候补到的咨询时间",
        ["legal-aid/story"] = "说完事情后的一句回话",
        ["legal-aid/displaced"] = "律师有事要改期的通知",
        ["legal-aid/staff"] = "工作人员改动咨询预约的通知",
        ["legal-aid/reminder-day"] = "咨询前一天的提醒",
        ["legal-aid/follow-up"] = "咨询后第二天问解决了没有",
        ["legal-aid/reminder-hours"] = "咨询前两小时的提醒",
        ["vacancies/digest"] = "新岗位汇总",
        ["vacancies/follow-up"] = "第 3、30、90 天的回访",
        ["vacancies/still"] = "问还找不找工作",
        ["vacancies/doubted"] = "岗位有人反映不靠谱的提醒",
    };

    /// <summary>An occasion of a later version as it is stored.</summary>
    public static string OfOccasion(string occasion)
    {
        var parts = occasion.Split('/');
        string[] names = [.. parts.Skip(1).Take(2).Select(part => $"{parts[0]}/{part}"), parts[0]];
        return names.Select(name => Titles.GetValueOrDefault(name)).FirstOrDefault(title => title is not null) ?? occasion;
    }

    /// <summary>The page of the case that the message is about; null when it is about none.</summary>
    public static string? CaseOf(string occasion) =>
        occasion.Split('/') is ["case", var number, ..] && long.TryParse(number, CultureInfo.InvariantCulture, out var id)
            ? CaseEndpoints.AddressOf(id)
            : null;
}
