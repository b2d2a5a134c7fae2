using System.Globalization;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>律师和地点: who works when and where, whose booking lies outside of it, who waits, and about whom a lawyer cannot advise.</summary>
internal static class ScheduleEndpoints
{
    public const string Page = LegalAidEndpoints.Page + "/schedule";
    public const string Stranded = LegalAidEndpoints.Page + "/stranded";
    public const string Waiting = LegalAidEndpoints.Page + "/waiting";

    private const string Lawyers = LegalAidEndpoints.Page + "/lawyers";

    /// <summary>Who may know whom a lawyer serves.</summary>
    public static ConsoleAccess ConflictReaders { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.LegalSupervisor);

    public static void MapSchedule(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, LegalAidEndpoints.Readers, ShowAsync);
        routes.MapPage(Stranded, LegalAidEndpoints.Readers, ShowStrandedAsync);
        routes.MapPage(Waiting, LegalAidEndpoints.Readers, ShowWaitingAsync);
        routes.MapPage(
            Lawyers + "/{number:long}/conflicts",
            ConflictReaders,
            (long number, ConflictRoom room, CancellationToken ct) => room.ShowAsync(number, null, "", ct));
        routes.MapForm(Lawyers + "/{number:long}/conflicts", ConflictReaders, (long number, HttpContext http, ConflictRoom room, CancellationToken ct) => room.ChangeAsync(number, http.Request, ct));
    }

    public static string ConflictsOf(long lawyer) => string.Create(CultureInfo.InvariantCulture, $"{Lawyers}/{lawyer}/conflicts");

    private static async Task<IResult> ShowAsync(LegalAidReach reach, ScheduleBook schedule, CancellationToken ct) =>
        ConsolePages.Show<SchedulePage>((nameof(SchedulePage.Schedule), await schedule.ReadAsync(await reach.OfAsync(LegalAidEndpoints.Readers, ct), ct)));

    private static async Task<IResult> ShowStrandedAsync(LegalAidReach reach, StrandedBookings stranded, CancellationToken ct) =>
        ConsolePages.Show<StrandedPage>((nameof(StrandedPage.Bookings), await stranded.ReadAsync(await reach.OfAsync(LegalAidEndpoints.Readers, ct), ct)));

    private static async Task<IResult> ShowWaitingAsync(LegalAidReach reach, WaitingList waiting, CancellationToken ct) =>
        ConsolePages.Show<WaitingPage>((nameof(WaitingPage.Waiting), await waiting.ReadAsync(await reach.OfAsync(LegalAidEndpoints.Readers, ct), ct)));
}
