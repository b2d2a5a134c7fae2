using System.Globalization;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Vacancies;

/// <summary>岗位审核: what was imported waits here until staff have called the employer. Each sees the vacancies of their regions.</summary>
internal static class VacancyEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/vacancies";

    public const string Approve = "approve";
    public const string Reject = "reject";
    public const string Hide = "hide";
    public const string Close = "close";

    private static readonly RoleKind[] Reading = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor];

    public static RoleKind[] Deciding { get; } = [RoleKind.Operator, RoleKind.Approver];

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(Reading);

    public static ConsoleAccess Deciders { get; } = ConsoleAccess.For(Deciding);

    public static void MapVacancies(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, ListAsync);
        routes.MapPage(Page + "/{number:long}", Readers, ShowAsync);
        routes.MapForm(Page + "/{number:long}", Deciders, DecideAsync);
    }

    public static string AddressOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{number}");

    public static string ListOf(VacancyState state, bool onlyFlagged = false) =>
        $"{Page}?state={state}{(onlyFlagged ? "&flagged=1" : "")}";

    private static async Task<IResult> ListAsync(
        string? state, string? flagged, ConsoleVisit visit, StaffRights rights, VacancyReview review, CancellationToken ct)
    {
        var shown = Enum.TryParse<VacancyState>(state, out var named) && Enum.IsDefined(named) ? named : VacancyState.Waiting;
        var scope = await rights.ScopeAsync(visit.Known.Staff, Reading, ct);
        return ConsolePages.Show<VacancyListPage>(
            (nameof(VacancyListPage.Vacancies), await review.ListAsync(scope, shown, flagged is not null, ct)),
            (nameof(VacancyListPage.State), shown),
            (nameof(VacancyListPage.IsOnlyFlagged), flagged is not null));
    }

    private static async Task<IResult> ShowAsync(
        long number, ConsoleVisit visit, StaffRights rights, VacancyReview review, CancellationToken ct) =>
        await review.IsWithinAsync(number, await rights.ScopeAsync(visit.Known.Staff, Reading, ct), ct)
            ? await PageOfAsync(number, null, visit, review, ct)
            : ConsolePages.Missing();

    private static async Task<IResult> DecideAsync(
        long number, HttpContext http, ConsoleVisit visit, StaffRights rights, VacancyReview review, CancellationToken ct)
    {
        if (!await review.IsWithinAsync(number, await rights.ScopeAsync(visit.Known.Staff, Deciding, ct), ct)) return ConsolePages.Missing();

        var attempt = new VacancyAttempt(
            http.Request.Field(ConsoleForms.DeedField),
            http.Request.Field(VacancyPage.ReasonField).Trim(),
            http.Request.Field(VacancyPage.LicenceField).Length > 0);
        var seen = new SeenVacancy(number, http.Request.Field(VacancyPage.VersionField));
        return await DoAsync(review, seen, attempt, visit.Known.Staff, ct) is { } refusal
            ? await PageOfAsync(number, attempt with { Refusal = refusal }, visit, review, ct)
            : ConsolePages.GoTo(AddressOf(number));
    }

    /// <returns>Why it was not done, in plain words; null when it was.</returns>
    private static async Task<string?> DoAsync(
        VacancyReview review, SeenVacancy seen, VacancyAttempt attempt, long staff, CancellationToken ct)
    {
        if (attempt.Deed != Approve && attempt.Reason.Length == 0) return "请写一下为什么。";

        var refusal = attempt.Deed switch
        {
            Approve => await review.ApproveAsync(seen, staff, attempt.LicenceSeen, attempt.Reason, ct),
            Reject => await review.RejectAsync(seen, staff, attempt.Reason, ct),
            Hide => await review.HideAsync(seen, staff, attempt.Reason, ct),
            Close => await review.CloseAsync(seen, staff, attempt.Reason, ct),
            _ => VacancyRefusal.Unknown,
        };
        return refusal is { } why ? VacancyTexts.Of(why) : null;
    }

    /// <param name="attempt">What was just refused; null when the page is only looked at.</param>
    private static async Task<IResult> PageOfAsync(
        long number, VacancyAttempt? attempt, ConsoleVisit visit, VacancyReview review, CancellationToken ct) =>
        await review.OpenAsync(number, visit.Known.Staff, ct) is { } file
            ? ConsolePages.Show<VacancyPage>((nameof(VacancyPage.File), file), (nameof(VacancyPage.Attempt), attempt))
            : ConsolePages.Missing();
}

/// <summary>What somebody tried to decide, so that nothing of it is lost when it is refused.</summary>
public sealed record VacancyAttempt(string Deed, string Reason, bool LicenceSeen)
{
    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }
}
