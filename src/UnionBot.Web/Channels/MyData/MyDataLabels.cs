namespace UnionBot.Web.Channels.MyData;

/// <summary>What the sections and facts of a copy are called on its page.</summary>
internal static class MyDataLabels
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["membership"] = "您是谁",
        ["talk"] = "对话",
        ["cases"] = "请工作人员办的事",
        ["channel"] = "从哪里来",
        ["first-seen"] = "第一次联系",
        ["scene"] = "扫的二维码",
        ["phone"] = "您确认过的手机号",
        ["name"] = "姓名（名册）",
        ["union"] = "工会（名册）",
        ["member-no"] = "会员号（名册）",
        ["roster-phone"] = "手机号（名册）",
        ["id-number"] = "身份证号（名册）",
        ["joined-on"] = "入会日期（名册）",
        ["bound"] = "绑定会籍",
        ["consent-given"] = "您同意了",
        ["consent-withdrawn"] = "同意已撤回",
        ["heard"] = "您说",
        ["said"] = "工会说",
        ["file"] = "您发的图片或语音",
        ["notice-accepted"] = "您订阅了通知",
        ["notice-refused"] = "您没有订阅通知",
        ["opened"] = "开始办，编号",
        ["closed"] = "办结，编号",
    };

    /// <summary>The name itself where a part of the bot has a fact that has no label yet.</summary>
    public static string Of(string name) => Labels.GetValueOrDefault(name, name);
}
