using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Services.Broadcasts;

namespace UnionBot.Web.Console.Broadcasts;

/// <summary>What states, ways and refusals of broadcasts are called, for staff.</summary>
internal static class BroadcastTexts
{
    private static readonly Dictionary<string, string> Deeds = new(StringComparer.Ordinal)
    {
        ["broadcast/written"] = "写了草稿",
        ["broadcast/changed"] = "改了",
        ["broadcast/approved"] = "批准",
        ["broadcast/tested"] = "发到自己手机试看",
        ["broadcast/started"] = "定下名单，开始发送",
        ["broadcast/paused"] = "暂停",
        ["broadcast/paused-itself"] = "没发成的太多，或者平台不让发，自动暂停",
        ["broadcast/resumed"] = "继续发送",
        ["broadcast/cancelled"] = "取消",
        ["broadcast/articles-changed"] = "草稿箱里的图文改过或删了，批准作废",
        ["broadcast/missed"] = "过了发送时间，没有发",
        ["broadcast/finished"] = "发完了",
    };

    /// <summary>A deed of a later version as it is stored.</summary>
    public static string OfDeed(string deed) => Deeds.GetValueOrDefault(deed, deed);

    public static string Of(BroadcastState state) => state switch
    {
        BroadcastState.Draft => "草稿，待批准",
        BroadcastState.Approved => "已批准，等时间到",
        BroadcastState.Sending => "发送中",
        BroadcastState.Paused => "已暂停",
        BroadcastState.Sent => "已发完",
        BroadcastState.Cancelled => "已取消",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(BroadcastRoute route) => route switch
    {
        BroadcastRoute.Mass => "群发（每人每月最多 4 次）",
        BroadcastRoute.Notice => "订阅通知（同意过的人）",
        BroadcastRoute.Template => "模板消息（只限本人办的事）",
        BroadcastRoute.Custom => "客服消息（两天内说过话的人）",
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, null),
    };

    public static string Of(BroadcastPurpose purpose) => purpose switch
    {
        BroadcastPurpose.Campaign => "活动、宣传",
        BroadcastPurpose.Service => "本人正在办的事",
        BroadcastPurpose.Warning => "紧急警示（台风、险情，夜里也发）",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    public static string OfLevel(string level) => level switch
    {
        "follower" => "只关注了的人",
        "phone" => "验过手机的人",
        _ => "绑定了会籍的会员",
    };

    /// <summary>Why somebody is not sent it.</summary>
    public static string Of(WithheldReason reason) => reason switch
    {
        WithheldReason.Unfollowed => "取消了关注",
        WithheldReason.NoWay => "这条渠道现在到不了",
        WithheldReason.Spared => "打扰得够多了",
        WithheldReason.OptedOut => "退订了这类通知",
        WithheldReason.TooSoon => "一周内收过群发",
        WithheldReason.MonthIsFull => "这个月的 4 次群发用完了",
        WithheldReason.Cancelled => "还没轮到就取消了",
        WithheldReason.NotWorded => "文字里的姓名、工会查不到",
        WithheldReason.TestAccount => "测试账号",
        WithheldReason.NotKnown => "微信上查不到这个人了",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>What became of somebody's part.</summary>
    public static string Of(OutboundStatus status) => status switch
    {
        OutboundStatus.Queued => "还没轮到",
        OutboundStatus.Sending => "正在发",
        OutboundStatus.Replied or OutboundStatus.Accepted => "平台收下了",
        OutboundStatus.Delivered => "送达",
        OutboundStatus.Failed => "没发成",
        OutboundStatus.Expired => "过了时间没发",
        OutboundStatus.Unknown => "不知道到没到",
        OutboundStatus.HeldForContact => "等对方来时再给",
        OutboundStatus.Withheld => "没有发",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(MassCount count) => Of(count.Status, count.Reason, count.ErrorCode);

    public static string Of(MassFate fate) => Of(fate.Status, fate.Reason, fate.ErrorCode);

    public static string Of(CallLine line) =>
        line.Why is { } why ? Of(why) :
        line.Fate is { } fate ? Of(fate) :
        "没关注或没绑定";

    /// <summary>What the platform says of the whole list; a dash for somebody who was in none.</summary>
    public static string OfBatch(MassBatch? batch) => batch switch
    {
        null => "—",
        { Total: { } total, Sent: { } sent } => $"第 {batch.Number} 批：{total} 人里发出 {sent}",
        _ => $"第 {batch.Number} 批，平台还没说结果",
    };

    /// <summary>How a mass send goes, and what it takes.</summary>
    public static string Of(MassCost cost) => cost switch
    {
        { ByTag: true } =>
            $"按标签发：按名单要分 {cost.Lists} 批，所以先给这些人打一个临时标签（约 {cost.TagCalls} 次调用），再一次发出；发完标签自动删掉。每人用掉本月 4 次里的 1 次。",
        { Days: > 1 } => $"按名单分 {cost.Lists} 批发，平台每天有限额，要 {cost.Days} 天；时间不够的会发不到。每人用掉本月 4 次里的 1 次。",
        _ => $"按名单分 {cost.Lists} 批发，当天能发完。每人用掉本月 4 次里的 1 次。",
    };

    /// <summary>The colour of a state.</summary>
    public static string? TagOf(BroadcastState state) => state switch
    {
        BroadcastState.Draft or BroadcastState.Paused => "open",
        BroadcastState.Approved or BroadcastState.Sending => "claimed",
        _ => null,
    };

    private static string Of(OutboundStatus status, WithheldReason? reason, int? errorCode) =>
        reason is { } why ? $"{Of(status)}：{Of(why)}" :
        errorCode is { } code ? $"{Of(status)}（平台 {code}）" :
        Of(status);

    public static string Of(BroadcastRefusal refusal) => refusal switch
    {
        BroadcastRefusal.Unknown => "没有这条群发，或者不归您的单位管。",
        BroadcastRefusal.NoRole => "您的账号没有做这件事的权限。",
        BroadcastRefusal.TooWide => "这个范围不全归您的单位管，请填您的单位或下级单位。",
        BroadcastRefusal.Changed => "您看这一页的时候，同事刚改过或处理过。请看一眼现在的样子再决定。",
        BroadcastRefusal.OwnWork => "自己写的、改过的不能自己批，请另一位同事批准。",
        BroadcastRefusal.Begun => "名单已经定下、正在发送，不能再改；可以暂停或取消。",
        BroadcastRefusal.Over => "这条已经发完或取消了。",
        BroadcastRefusal.NotYet => "这条还没到这一步。",
        BroadcastRefusal.WindowOver => "发送时间已经过了，请先改时间。",
        BroadcastRefusal.NotSendable => "按现在的设置发不出去了，请打开“修改”看提示。",
        BroadcastRefusal.NotBound => "您还没有绑定自己的微信，请找管理员要绑定码。",
        BroadcastRefusal.TestedAlready => "这一版已经发到您手机上了，请看一下。",
        BroadcastRefusal.ArticlesChanged => "草稿箱里的图文选好以后又改过或删了，请打开“修改”，看一眼再保存。",
        BroadcastRefusal.NoAnswer => "公众号平台现在没有回答，看不到图文，请过一会儿再试。",
        BroadcastRefusal.ReasonTooLong => $"原因太长了，最多 {BroadcastContent.LongestReason} 个字。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    public static string Of(BroadcastProblem problem) => problem.Kind switch
    {
        ProblemKind.Missing => "还没有写。",
        ProblemKind.NotOneOf => $"只能是 {problem.Detail}。",
        ProblemKind.NoTime => "请写成 2026-03-02 09:00 这样的时间。",
        ProblemKind.UnknownOrganisation => $"没有叫“{problem.Detail}”的工会。",
        ProblemKind.SeveralOrganisations => $"有几个工会同名，请填编号：{problem.Detail}。",
        ProblemKind.TooLong => $"太长了，最多 {problem.Detail} 个字。",
        ProblemKind.TooMany => $"太多了，最多 {problem.Detail} 个。",
        ProblemKind.UnknownField => $"没有“{problem.Detail}”这个字段，只能用 {{{{姓名}}}} 和 {{{{工会}}}}。",
        ProblemKind.NoFieldsHere => "群发是同一段文字发给所有人，不能带姓名、工会。",
        ProblemKind.ForbiddenWord => $"“{problem.Detail}”会显示在锁屏上，别人看得到，请换个说法。",
        ProblemKind.NoForm => "公众号还没有配置这条渠道的模板，请找技术人员。",
        ProblemKind.NoLine => $"“{problem.Detail}”不是“名称: 内容”这样的一行，或者写了两遍。",
        ProblemKind.UnknownLine => $"模板里没有“{problem.Detail}”这一项。",
        ProblemKind.MissingLine => $"少了“{problem.Detail}”这一项。",
        ProblemKind.BadValue => $"平台不收这样的内容：{problem.Detail}。",
        ProblemKind.TemplateAdvertises => "活动、宣传、警示走模板消息，平台会封掉模板；模板只用于本人正在办的事。",
        ProblemKind.NoOwnAct => "本人正在办的事，要说清是哪一类没办完的事项。",
        ProblemKind.UnknownWorkerType => $"没有“{problem.Detail}”这类人员。",
        ProblemKind.UnknownDistrict => $"“{problem.Detail}”不是一个区县，或者有几个同名的。",
        ProblemKind.Backwards => "结束要在开始之后。",
        ProblemKind.Over => "这个时间已经过了。",
        ProblemKind.UnknownDraft => "公众号草稿箱里没有这一篇，可能发过或删了。",
        ProblemKind.NoAnswer => "公众号平台现在没有回答，看不到草稿箱，请过一会儿再试。",
        ProblemKind.TextBesideArticles => "文字和图文只能选一样。",
        ProblemKind.ArticlesByMassOnly => "图文只能走群发。",
        ProblemKind.OutsideDay => $"只在 {problem.Detail} 之间发，不打扰人休息。",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
    };
}
