using UnionBot.Core.Calendar;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>当天安排: the consultations of one day, and what is done at the front desk.</summary>
internal static class BoardEndpoints
{
    public static void MapBoard(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(
            LegalAidEndpoints.Page,
            LegalAidEndpoints.Consultants,
            (HttpContext http, LegalAidReach reach, DayBoard board, BusinessClock clock, CancellationToken ct) => ShowAsync(http, null, reach, board, clock, ct));
        routes.MapForm(LegalAidEndpoints.Page, LegalAidEndpoints.Workers, DoAsync);
    }

    public static string AddressOf(DateOnly day, bool bySite) => $"{LegalAidEndpoints.Page}?day={LegalAidTexts.Key(day)}{(bySite ? "&by=site" : "")}";

    private static async Task<IResult> DoAsync(HttpContext http, LegalAidReach reach, BookingDesk desk, DayBoard board, BusinessClock clock, CancellationToken ct)
    {
        var attempt = new BoardAttempt(http.Request.Field(ConsoleForms.DeedField), http.Request.Field(BoardPage.NumberField).Trim());
        if (attempt.Number.Length == 0) return await ShowAsync(http, attempt with { Refusal = "请先填预约编号，例如 LA-0116-037 或 0116-37。" }, reach, board, clock, ct);

        var refusal = await desk.DoAsync(attempt.Deed, attempt.Number, BookingDesk.SeenIn(http.Request), ct);
        return refusal is null
            ? ConsolePages.GoTo(AddressOf(DayIn(http, clock), IsBySite(http)))
            : await ShowAsync(http, attempt with { Refusal = refusal }, reach, board, clock, ct);
    }

    /// <param name="attempt">What was just refused; null when the page is only looked at.</param>
    private static async Task<IResult> ShowAsync(HttpContext http, BoardAttempt? attempt, LegalAidReach reach, DayBoard board, BusinessClock clock, CancellationToken ct) =>
        ConsolePages.Show<BoardPage>(
            (nameof(BoardPage.Board), await board.ReadAsync(DayIn(http, clock), await reach.OfAsync(LegalAidEndpoints.Consultants, ct), ct)),
            (nameof(BoardPage.Today), UnionCalendar.DayOf(clock.GetUtcNow())),
            (nameof(BoardPage.IsBySite), IsBySite(http)),
            (nameof(BoardPage.Attempt), attempt));

    private static DateOnly DayIn(HttpContext http, BusinessClock clock) => LegalAidTexts.ReadDay(http.Request.Query["day"]) ?? UnionCalendar.DayOf(clock.GetUtcNow());

    private static bool IsBySite(HttpContext http) => http.Request.Query["by"] == "site";
}

/// <summary>What somebody tried at the front desk, so that nothing of it is lost when it is refused.</summary>
/// <param name="Number">As it was told, or the booking's id.</param>
public sealed record BoardAttempt(string Deed, string Number)
{
    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }
}
