using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>律师和地点: who works when and where, whose booking lies outside of it, who waits, and about whom a lawyer cannot advise.</summary>
internal static class ScheduleEndpoints
{
    public const string Page = LegalAidEndpoints.Page + "/schedule";
    public const string Stranded = LegalAidEndpoints.Page + "/stranded";
    public const string Waiting = LegalAidEndpoints.Page + "/waiting";

    public const string Add = "add";
    public const string Remove = "remove";

    private const string Lawyers = LegalAidEndpoints.Page + "/lawyers";

    private const string NotAdded = "没有加上：请写单位全称，不要写成一句话；已经有的不用再加。";
    private const string Overtaken = "同事刚删掉了这一个。";

    /// <summary>Who may know whom a lawyer serves.</summary>
    public static ConsoleAccess ConflictReaders { get; } = ConsoleAccess.ForWhole(RoleKind.Operator, RoleKind.LegalSupervisor);

    public static void MapSchedule(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, LegalAidEndpoints.Readers, ShowAsync);
        routes.MapPage(Stranded, LegalAidEndpoints.Readers, ShowStrandedAsync);
        routes.MapPage(Waiting, LegalAidEndpoints.Readers, ShowWaitingAsync);
        routes.MapPage(
            Lawyers + "/{number:long}/conflicts",
            ConflictReaders,
            (long number, ConsoleVisit visit, ConflictRegister register, CancellationToken ct) => ShowConflictsAsync(number, null, "", visit, register, ct));
        routes.MapForm(Lawyers + "/{number:long}/conflicts", ConflictReaders, ChangeConflictsAsync);
    }

    public static string ConflictsOf(long lawyer) => string.Create(CultureInfo.InvariantCulture, $"{Lawyers}/{lawyer}/conflicts");

    private static async Task<IResult> ShowAsync(ScheduleBook schedule, CancellationToken ct) =>
        ConsolePages.Show<SchedulePage>((nameof(SchedulePage.Schedule), await schedule.ReadAsync(ct)));

    private static async Task<IResult> ShowStrandedAsync(StrandedBookings stranded, CancellationToken ct) =>
        ConsolePages.Show<StrandedPage>((nameof(StrandedPage.Bookings), await stranded.ReadAsync(ct)));

    private static async Task<IResult> ShowWaitingAsync(WaitingList waiting, CancellationToken ct) =>
        ConsolePages.Show<WaitingPage>((nameof(WaitingPage.Waiting), await waiting.ReadAsync(ct)));

    private static async Task<IResult> ChangeConflictsAsync(long number, HttpContext http, ConsoleVisit visit, ConflictRegister register, CancellationToken ct)
    {
        var (by, typed) = (AuditActor.Staff(visit.Known.Staff), http.Request.Field(ConflictsPage.EmployerField));
        var isRemoval = http.Request.Field(ConsoleForms.DeedField) == Remove;
        var isDone = isRemoval
            ? await register.TryRemoveAsync(number, http.Request.Field(ConflictsPage.KeyField), by, ct)
            : await register.TryAddAsync(number, typed, by, ct);
        return isDone
            ? ConsolePages.GoTo(ConflictsOf(number))
            : await ShowConflictsAsync(number, isRemoval ? Overtaken : NotAdded, typed, visit, register, ct);
    }

    /// <param name="refusal">Why a form was refused just now; null when none was.</param>
    private static async Task<IResult> ShowConflictsAsync(
        long number, string? refusal, string typed, ConsoleVisit visit, ConflictRegister register, CancellationToken ct) =>
        await register.ReadAsync(number, AuditActor.Staff(visit.Known.Staff), ct) is { } conflicts
            ? ConsolePages.Show<ConflictsPage>(
                (nameof(ConflictsPage.Conflicts), conflicts), (nameof(ConflictsPage.Refusal), refusal), (nameof(ConflictsPage.Typed), typed))
            : ConsolePages.Missing();
}
