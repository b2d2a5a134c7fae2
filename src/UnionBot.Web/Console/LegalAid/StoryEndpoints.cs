using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>
/// 本人说的: what was told with a booking, with its photos, for the assigned lawyer and legal supervisors alone, after a reason. Who read it
/// when and why is shown to legal supervisors and auditors.
/// </summary>
internal static class StoryEndpoints
{
    private const string Page = LegalAidEndpoints.Page + "/bookings/{id:guid}/story";

    private const string NoReason = "请先写一下为什么要看。";

    /// <summary>Who sees by whom it was read.</summary>
    private static ConsoleAccess LogReaders { get; } = ConsoleAccess.ForWhole(RoleKind.LegalSupervisor, RoleKind.Auditor);

    private static ConsoleAccess Supervisors { get; } = ConsoleAccess.ForWhole(RoleKind.LegalSupervisor);

    public static void MapStories(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Openers, (Guid id, StoryRoom room, CancellationToken ct) => room.ShowAsync(id, null, ct));
        routes.MapForm(Page, Readers, OpenAsync);
    }

    /// <summary>Who may come here at all.</summary>
    public static ConsoleAccess Openers { get; } = LogReaders.AndLawyers();

    private static ConsoleAccess Readers { get; } = Supervisors.AndLawyers();

    public static string AddressOf(Guid id) => BookingEndpoints.AddressOf(id) + "/story";

    public static bool SeesLog(Visitor visitor) => LogReaders.Admits(visitor);

    public static bool MayRead(Visitor visitor, BookingFile file) =>
        Supervisors.Admits(visitor) || (visitor.Lawyer is { } lawyer && lawyer == file.Booking.LawyerId);

    private static Task<IResult> OpenAsync(Guid id, HttpContext http, StoryRoom room, CancellationToken ct)
    {
        var reason = http.Request.Field(StoryPage.ReasonField).Trim();
        return reason.Length == 0 ? room.ShowAsync(id, NoReason, ct) : room.OpenAsync(id, reason, ct);
    }
}
