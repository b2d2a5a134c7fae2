namespace UnionBot.Sandbox.Templates;

/// <summary>An invented public library, with what a union would choose from it.</summary>
internal static class TemplateLibrary
{
    public static IReadOnlyList<LibraryTemplate> All { get; } =
    [
        Of("43216", "业务办理进度通知", ("thing1", "业务名称"), ("phrase2", "办理状态"), ("time3", "更新时间"), ("thing4", "备注")),
        Of("43217", "预约成功通知", ("thing1", "预约项目"), ("time2", "预约时间"), ("thing3", "地点"), ("name4", "联系人")),
        Of("43218", "预约提醒", ("thing1", "预约项目"), ("time2", "开始时间"), ("thing3", "地点")),
        Of("43219", "活动报名结果通知", ("thing1", "活动名称"), ("phrase2", "报名结果"), ("time3", "活动时间"), ("thing4", "活动地点")),
        Of("43220", "福利领取通知", ("thing1", "福利名称"), ("amount2", "金额"), ("time3", "领取截止"), ("character_string4", "领取码")),
        Of("43221", "岗位推荐通知", ("thing1", "岗位名称"), ("thing2", "单位"), ("amount3", "月薪"), ("phone_number4", "联系电话")),
        Of("43222", "工单回复通知", ("character_string1", "工单编号"), ("thing2", "回复摘要"), ("time3", "回复时间")),
    ];

    public static LibraryTemplate? Find(string shortId) => All.FirstOrDefault(template => template.ShortId == shortId);

    private static LibraryTemplate Of(string shortId, string title, params (string Key, string Name)[] keywords) =>
        new(shortId, title, [.. keywords.Select(keyword => KeyValuePair.Create(keyword.Key, keyword.Name))]);
}
