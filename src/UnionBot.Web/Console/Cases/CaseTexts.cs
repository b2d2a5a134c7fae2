using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Services.Membership;

namespace UnionBot.Web.Console.Cases;

/// <summary>What the stored names and states of cases mean, for staff.</summary>
internal static class CaseTexts
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["handover/asked"] = "想找人工",
        ["handover/misunderstood"] = "三次没听懂",
        ["handover/not-offered"] = "机器人还办不了",
        ["handover/failed"] = "机器人出了故障",
        [Case.Crisis] = "可能有危险",
        ["handover/vacancy-contact"] = "想联系用人单位",
        ["handover/vacancy-report"] = "反映岗位不靠谱",
        ["handover/vacancy-offer"] = "单位想招人",
        ["handover/vacancy-after-three-days"] = "第 3 天回访：工作定了吗，合同签了吗",
        ["handover/vacancy-after-a-month"] = "第 30 天回访：社会保险交了吗",
        ["handover/vacancy-after-three-months"] = "第 90 天回访：工资按时发吗",
        ["knowledge/lawyer"] = "想找律师",
        ["legal-aid/urgent"] = "找律师，法定期限只剩一周内",
        ["legal-aid/group"] = "找律师，十人以上一起",
        ["legal-aid/other-region"] = "找律师，干活的地方在别的市，请转给那边工会",
        ["legal-aid/confirm"] = "两次没赶上咨询，这次请先联系核一下时间",
        ["legal-aid/language"] = "找律师，说别的语言",
        ["legal-aid/text"] = "找律师，只能打字",
        ["legal-aid/transferred"] = "咨询以后转办，跟进",
        ["legal-aid/not-solved"] = "咨询过，事情没解决",
        ["campaigns/need"] = "走访时提出的新需要",
        ["knowledge/wish"] = "想办的事还没上线",
        ["membership/check"] = "手机验过，名册对不上",
        ["membership/second-claim"] = "两个人认领同一会籍",
        ["membership/unfollowed"] = "取消了关注，事项还没办完",
    };

    /// <summary>A kind of a later version as it is stored.</summary>
    public static string OfKind(string kind) => Kinds.GetValueOrDefault(kind, kind);

    public static string Of(CaseStatus status) => status switch
    {
        CaseStatus.Open => "待领",
        CaseStatus.Claimed => "办理中",
        CaseStatus.Closed => "已办好",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(CaseDeed deed) => deed switch
    {
        CaseDeed.Claimed => "接手",
        CaseDeed.Noted => "备注",
        CaseDeed.Answered => "回复了本人",
        CaseDeed.Closed => "办好了",
        CaseDeed.Reopened => "重新打开",
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, null),
    };

    public static string Of(CaseRefusal refusal) => refusal switch
    {
        CaseRefusal.Unknown => "没有这件事项。",
        CaseRefusal.Closed => "这件事已经办好了，要接着办请先重新打开。",
        CaseRefusal.NotClosed => "这件事还没有办好，不用重新打开。",
        CaseRefusal.ClaimedByAnother => "同事正在办这件事，要接过来请点“接过来办”。",
        CaseRefusal.NewerOpen => "这个人同一类的事有一件更新的还在办，请到那一件里接着办。",
        CaseRefusal.Unfollowed => "对方已经取消关注，消息发不出去，请打电话。",
        CaseRefusal.TooLong => "太长了，一条消息放不下，请分几条发。",
        CaseRefusal.Changed => "您看这一页的时候，同事刚处理过这件事。新的几步标在下面的记录里，您写的也还在；看一眼再决定要不要提交。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    public static string Of(PhoneRefusal refusal) => refusal switch
    {
        PhoneRefusal.Unknown => "没有这件事项。",
        PhoneRefusal.Closed => "这件事已经办好了，要打电话请先重新打开。",
        PhoneRefusal.NotYours => "电话只给正在办这件事的人看，请先点“我来办”。",
        PhoneRefusal.NoneKnown => "没有这个人的电话。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    public static string Of(AnswerDoubt doubt) => doubt is AnswerDoubt.Refused
        ? "上一条回复平台没有收下，请打电话，或等对方再来时再回。"
        : "上一条回复不知道到没到，请问一下本人或打电话。";

    /// <summary>What became of a message; "" where there is nothing to say.</summary>
    public static string Of(OutboundStatus fate) => fate switch
    {
        OutboundStatus.Replied or OutboundStatus.Accepted => "",
        OutboundStatus.Queued or OutboundStatus.Sending => "还没发出",
        OutboundStatus.Delivered => "已送达",
        OutboundStatus.Failed => "没发成",
        OutboundStatus.Expired => "过期没发",
        OutboundStatus.Unknown => "不知道到没到",
        OutboundStatus.HeldForContact => "等对方来时再给",
        OutboundStatus.Withheld => "现在没有可用的渠道，没有发出",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, null),
    };

    /// <summary>How the person said it; "" for words.</summary>
    public static string Of(InputKind kind) => kind switch
    {
        InputKind.Text => "",
        InputKind.MenuTap => "点了菜单",
        InputKind.ChoiceTap => "点了选项",
        InputKind.Followed => "关注了",
        InputKind.Scanned => "扫了码",
        _ => "发了照片、语音或别的",
    };

    public static string Of(TranscriptVoice voice) => voice switch
    {
        TranscriptVoice.Person => "本人",
        TranscriptVoice.Bot => "机器人",
        TranscriptVoice.Staff => "工作人员",
        _ => throw new ArgumentOutOfRangeException(nameof(voice), voice, null),
    };
}
