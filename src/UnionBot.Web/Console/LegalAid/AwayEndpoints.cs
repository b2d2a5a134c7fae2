using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionBot.Core.Audit;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Services.Membership;
using UnionBot.Web.Commands;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>
/// 律师不在: whose consultation falls into an absence is shown first; once confirmed, everybody is told of the three nearest times, and who
/// does not answer is on the list of those who are called.
/// </summary>
internal static class AwayEndpoints
{
    public const string Page = LegalAidEndpoints.Page + "/away";
    public const string Calls = LegalAidEndpoints.Page + "/calls";

    public const string Confirm = "confirm";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public static void MapAway(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, LegalAidEndpoints.Workers, async (LegalAidReach reach, ScheduleBook schedule, CancellationToken ct) => Show(new AwayDraft(), null, await LawyersAsync(reach, schedule, ct)));
        routes.MapForm(Page, LegalAidEndpoints.Workers, DoAsync);
        routes.MapPage(Calls, LegalAidEndpoints.Workers, ShowCallsAsync);
    }

    /// <summary>First shows whom it concerns; does it only when whoever confirms has seen the same people.</summary>
    private static async Task<IResult> DoAsync(HttpContext http, ConsoleVisit visit, LegalAidReach reach, MassMove move, ScheduleBook schedule, CancellationToken ct)
    {
        var (draft, lawyers) = (AwayDraft.Of(http.Request), await LawyersAsync(reach, schedule, ct));
        if (draft.Read() is not { } absence || !lawyers.ContainsKey(absence.Lawyer)) return Show(draft with { Refusal = "请选好律师和时间，结束要在开始之后，最长 90 天。" }, null, lawyers);

        var concerned = await move.ConcernedAsync(absence.Lawyer, absence.From, absence.Until, ct);
        if (http.Request.Field(ConsoleForms.DeedField) != Confirm) return Show(draft, concerned, lawyers);
        if (draft.Seen != VersionOf(concerned))
            return Show(draft with { Refusal = "您看这一页的时候，预约有变化。现在涉及的人在下面，看一眼再决定。" }, concerned, lawyers);

        await move.LeaveAsync(absence.Lawyer, absence.From, absence.Until, draft.Reason.Length > 0 ? draft.Reason : null, AuditActor.Staff(visit.Known.Staff), ct);
        return ConsolePages.GoTo(Calls);
    }

    public static string VersionOf(IReadOnlyList<ConcernedBooking> concerned) => string.Join(',', concerned.Select(b => b.Number));

    /// <param name="concerned">Null before anybody looked.</param>
    private static RazorComponentResult<AwayPage> Show(AwayDraft draft, IReadOnlyList<ConcernedBooking>? concerned, IReadOnlyDictionary<long, string> lawyers) =>
        ConsolePages.Show<AwayPage>((nameof(AwayPage.Draft), draft), (nameof(AwayPage.Concerned), concerned), (nameof(AwayPage.Lawyers), lawyers));

    private static async Task<IReadOnlyDictionary<long, string>> LawyersAsync(LegalAidReach reach, ScheduleBook schedule, CancellationToken ct) =>
        await schedule.LawyersAsync(await reach.OfAsync(LegalAidEndpoints.Workers, ct), ct);

    /// <summary>Whose number was read by whom is in the audit before anything is shown.</summary>
    private static async Task<IResult> ShowCallsAsync(
        ConsoleVisit visit, LegalAidReach reach, DisplacedCalls calls, KnownPhones phones, UnionDb db, CancellationToken ct)
    {
        var lines = new List<DisplacedCall>();
        foreach (var call in await calls.ReadAsync(await reach.OfAsync(LegalAidEndpoints.Workers, ct), AuditActor.Staff(visit.Known.Staff), ct))
            lines.Add(call.Phone is null && call.Person is { } person ? call with { Phone = (await phones.FindAsync(db, person, ct))?.Value } : call);

        return ConsolePages.Show<CallsPage>((nameof(CallsPage.Lines), lines));
    }

    public static string NumberOf(long lawyer) => lawyer.ToString(CultureInfo.InvariantCulture);

    internal static bool IsTooLong(DateTimeOffset from, DateTimeOffset until) => until - from > Longest;
}

/// <summary>What somebody typed, so that nothing of it is lost when it is refused.</summary>
public sealed record AwayDraft
{
    public const string LawyerField = "lawyer";
    public const string FromField = "from";
    public const string UntilField = "until";
    public const string ReasonField = "reason";
    public const string VersionField = "version";

    public string Lawyer { get; init; } = "";

    public string From { get; init; } = "";

    public string Until { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>The numbers of the bookings that were looked at; "" before.</summary>
    public string Seen { get; init; } = "";

    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }

    internal static AwayDraft Of(HttpRequest request) => new()
    {
        Lawyer = request.Field(LawyerField),
        From = request.Field(FromField),
        Until = request.Field(UntilField),
        Reason = request.Field(ReasonField).Trim(),
        Seen = request.Field(VersionField),
    };

    /// <returns>Null when something is missing or cannot be.</returns>
    internal (long Lawyer, DateTimeOffset From, DateTimeOffset Until)? Read() =>
        long.TryParse(Lawyer, CultureInfo.InvariantCulture, out var lawyer)
        && StaffWork.ReadTime(From) is { } from && StaffWork.ReadTime(Until) is { } until
        && until > from && !AwayEndpoints.IsTooLong(from, until)
        && Reason.Length <= Absence.LongestReason
            ? (lawyer, from, until)
            : null;
}
