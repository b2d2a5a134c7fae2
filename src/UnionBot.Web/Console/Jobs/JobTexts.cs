using UnionBot.Core.Jobs;

namespace UnionBot.Web.Console.Jobs;

/// <summary>What the stored names of jobs and what became of their runs mean, for staff.</summary>
internal static class JobTexts
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["broadcasts/clear-drafts"] = "删除没发成的群发在草稿箱里留下的副本",
        ["broadcasts/send-due"] = "到时间的群发开始发送，看着发完",
        ["calendar/watch-holidays"] = "检查下一年的放假安排",
        ["campaigns/ask-for-weather-release"] = "早晚告诉有审批权限的人，哪些高温天还没有批准提醒",
        ["campaigns/forget-photos"] = "删除到了保存年限的走访照片",
        ["campaigns/hash-photos"] = "比对、保存走访照片，找出重复使用的",
        ["campaigns/send-weather-notices"] = "高温天把批准了的提醒写给在户外干活的会员",
        ["imports/forget-drafts"] = "删除上传了没导入的文件",
        ["knowledge/forget-sentences"] = "清理放久了的“没听懂”的话",
        ["legal-aid/ask-whether-solved"] = "咨询后第二天问一次解决了没有",
        ["legal-aid/forget-bookings"] = "忘掉三年前咨询里说的话",
        ["legal-aid/list-unanswered"] = "把改期没有回音的列入电话名单",
        ["legal-aid/offer-freed-times"] = "把空出来的咨询时间按先后问候补的人",
        ["membership/apply-retention"] = "到期的聊天和资料按规定删除",
        ["membership/empty-expired-codes"] = "清空过期验证码里的手机号",
        ["membership/erase-due-data"] = "删除申请注销或取消关注满七天的人的资料",
        ["membership/list-unfollowed"] = "取消了关注、事项还没办完的人列入电话名单",
        ["vacancies/expire"] = "下架过期的岗位，提醒重新核实",
        ["vacancies/follow-up"] = "找到工作的人，第 3、30、90 天请就业专员回访",
        ["vacancies/forget-calls"] = "删除半年前的联系意愿和反映",
        ["vacancies/forget-sent"] = "删除半年前给谁发过哪些岗位",
        ["vacancies/refresh-tokens"] = "重新整理岗位里的词，新说法也找得到",
        ["vacancies/send-digests"] = "傍晚把合适的新岗位发给订阅的人",
    };

    /// <summary>A job of a later version as it is stored.</summary>
    public static string TitleOf(string job) => Titles.GetValueOrDefault(job, job);

    public static string Of(JobRun run) =>
        run.Error is JobRun.HostLost ? "没做完，机器中途停了" :
        run.Error is { } error ? $"没做成（{error}）" :
        run.Skipped > 0 ? $"办了 {run.Done} 条，留下 {run.Skipped} 条" : $"办了 {run.Done} 条";
}
