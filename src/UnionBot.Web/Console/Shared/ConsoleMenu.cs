using UnionBot.Core.People;
using UnionBot.Web.Console.Accounts;
using UnionBot.Web.Console.Binding;
using UnionBot.Web.Console.Broadcasts;
using UnionBot.Web.Console.Cases;
using UnionBot.Web.Console.Duty;
using UnionBot.Web.Console.Imports;
using UnionBot.Web.Console.Jobs;
using UnionBot.Web.Console.LegalAid;
using UnionBot.Web.Console.Outbox;
using UnionBot.Web.Console.Phones;
using UnionBot.Web.Console.Sentences;
using UnionBot.Web.Console.SignIn;
using UnionBot.Web.Console.Subscriptions;
using UnionBot.Web.Console.Vacancies;

namespace UnionBot.Web.Console.Shared;

/// <summary>What stands in the navigation, for whom.</summary>
internal static class ConsoleMenu
{
    private static readonly MenuLine[] All =
    [
        new("事项", CaseEndpoints.Page, CaseEndpoints.Readers),
        new("电话名单", PhoneListEndpoints.Page, PhoneListEndpoints.Callers),
        new("绑定码", BindCodeEndpoints.Page, BindCodeEndpoints.Issuers),
        new("岗位审核", VacancyEndpoints.Page, VacancyEndpoints.Readers),
        new("岗位提醒", SubscriptionEndpoints.Page, SubscriptionEndpoints.Readers),
        new("法律咨询", LegalAidEndpoints.Page, LegalAidEndpoints.Consultants),
        new("法律援助数字", FigureEndpoints.Page, FigureEndpoints.Readers),
        new("导入", ImportEndpoints.Page, ImportEndpoints.Importers),
        new("没听懂的话", SentenceEndpoints.Page, SentenceEndpoints.Readers),
        new("值班", DutyEndpoints.Page, DutyEndpoints.Readers),
        new("群发", BroadcastEndpoints.Page, BroadcastEndpoints.Readers),
        new("发送", OutboxEndpoints.Page, OutboxEndpoints.Readers),
        new("自动任务", JobEndpoints.Page, JobEndpoints.Readers),
        new("账号和角色", AccountEndpoints.Page, AccountEndpoints.Administrators),
        new("我的账号", SignInEndpoints.MePage, ConsoleAccess.SignedIn),
    ];

    public static IEnumerable<MenuLine> Of(Visitor? visitor) => visitor is { Next: NextStep.Nothing }
        ? All.Where(line => line.Access.Door is ConsoleDoor.SignedIn || line.Access.Admits(visitor))
        : [];

    /// <summary>Where somebody begins, or what they must do first.</summary>
    public static string FirstOf(Visitor visitor) => visitor.Next switch
    {
        NextStep.ChangePassword => SignInEndpoints.PasswordPage,
        NextStep.SetSecondFactor => SignInEndpoints.SecondFactorPage,
        _ => Of(visitor).First().Address,
    };

    public static string TitleOf(RoleKind role) => role switch
    {
        RoleKind.Operator => "经办",
        RoleKind.Approver => "审批",
        RoleKind.Auditor => "审计",
        RoleKind.LegalSupervisor => "劳动法律监督",
        RoleKind.VisitorLead => "走访负责人",
        RoleKind.Administrator => "管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}

internal sealed record MenuLine(string Title, string Address, ConsoleAccess Access);
