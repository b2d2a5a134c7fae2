using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Subscriptions;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Subscriptions;

/// <summary>岗位提醒: who asked to be told of new vacancies, and the end of it when somebody wishes it by phone or at the counter.</summary>
internal static class SubscriptionEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/subscriptions";

    private const string Overtaken = "您看这一页的时候，本人或同事刚改过。现在的样子在下面，您写的也还在；看一眼再决定要不要提交。";

    private static readonly RoleKind[] Reading = [RoleKind.Operator, RoleKind.Auditor];

    private static readonly RoleKind[] Ending = [RoleKind.Operator];

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(Reading);

    public static ConsoleAccess Enders { get; } = ConsoleAccess.For(Ending);

    public static void MapSubscriptions(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, (string? state, ConsoleVisit visit, StaffRights rights, RuleFiles files, CancellationToken ct) =>
            ListAsync(StateOf(state), "", visit, rights, files, ct));
        routes.MapForm(Page, Readers, FindAsync);
        routes.MapPage(Page + "/{number:long}", Readers, ShowAsync);
        routes.MapPage(Page + "/{number:long}/end", Enders, (long number, ConsoleVisit visit, StaffRights rights, RuleFiles files, CancellationToken ct) =>
            AskAsync(number, null, visit, rights, files, ct));
        routes.MapForm(Page + "/{number:long}/end", Enders, EndAsync);
    }

    public static string ListOf(RuleState state) => $"{Page}?state={state}";

    public static string AddressOf(PersonId person) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{person.Value}");

    public static string EndOf(PersonId person) => AddressOf(person) + "/end";

    private static async Task<IResult> ListAsync(
        RuleState state, string phone, ConsoleVisit visit, StaffRights rights, RuleFiles files, CancellationToken ct)
    {
        var scope = await rights.ScopeAsync(visit.Known.Staff, Reading, ct);
        var number = phone.Length > 0 && MobileNumber.TryParse(phone, out var read) ? read : null;
        return ConsolePages.Show<SubscriptionListPage>(
            (nameof(SubscriptionListPage.Counts), await files.CountAsync(scope, ct)),
            (nameof(SubscriptionListPage.Rules), phone.Length > 0 && number is null ? [] : await files.ListAsync(scope, state, number, ct)),
            (nameof(SubscriptionListPage.State), state),
            (nameof(SubscriptionListPage.Phone), phone));
    }

    /// <summary>A form of its own: numbers of people do not belong into addresses, which are logged on the way.</summary>
    private static Task<IResult> FindAsync(HttpContext http, ConsoleVisit visit, StaffRights rights, RuleFiles files, CancellationToken ct) =>
        ListAsync(RuleState.Active, http.Request.Field(SubscriptionListPage.PhoneField).Trim(), visit, rights, files, ct);

    private static async Task<IResult> ShowAsync(long number, ConsoleVisit visit, StaffRights rights, RuleFiles files, CancellationToken ct) =>
        await FileAsync(number, Reading, visit, rights, files, ct) is { } file
            ? ConsolePages.Show<SubscriptionPage>((nameof(SubscriptionPage.File), file))
            : ConsolePages.Missing();

    /// <param name="attempt">What was just refused; null when the page is only looked at.</param>
    private static async Task<IResult> AskAsync(
        long number, EndAttempt? attempt, ConsoleVisit visit, StaffRights rights, RuleFiles files, CancellationToken ct) =>
        await FileAsync(number, Ending, visit, rights, files, ct) is { } file
            ? ConsolePages.Show<EndSubscriptionPage>((nameof(EndSubscriptionPage.File), file), (nameof(EndSubscriptionPage.Attempt), attempt))
            : ConsolePages.Missing();

    private static async Task<IResult> EndAsync(
        long number, HttpContext http, ConsoleVisit visit, StaffRights rights, RuleFiles files, CancellationToken ct)
    {
        var person = new PersonId(number);
        if (!await files.IsWithinAsync(person, await rights.ScopeAsync(visit.Known.Staff, Ending, ct), ct)) return ConsolePages.Missing();

        var attempt = new EndAttempt(http.Request.Field(EndSubscriptionPage.ReasonField).Trim());
        if (attempt.Reason.Length == 0) return await AskAsync(number, attempt with { Refusal = "请写一下本人是怎么说的。" }, visit, rights, files, ct);

        return await files.TryEndAsync(person, http.Request.Field(EndSubscriptionPage.VersionField), visit.Known.Staff, attempt.Reason, ct)
            ? ConsolePages.GoTo(AddressOf(person))
            : await AskAsync(number, attempt with { Refusal = Overtaken }, visit, rights, files, ct);
    }

    private static async Task<RuleFile?> FileAsync(
        long number, RoleKind[] roles, ConsoleVisit visit, StaffRights rights, RuleFiles files, CancellationToken ct)
    {
        var (person, staff) = (new PersonId(number), visit.Known.Staff);
        return await files.IsWithinAsync(person, await rights.ScopeAsync(staff, roles, ct), ct) ? await files.OpenAsync(person, staff, ct) : null;
    }

    private static RuleState StateOf(string? typed) =>
        Enum.TryParse<RuleState>(typed, out var state) && Enum.IsDefined(state) ? state : RuleState.Active;
}

/// <summary>What somebody typed, so that nothing of it is lost when it is refused.</summary>
public sealed record EndAttempt(string Reason)
{
    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }
}
