using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>
/// 本人说的: what was told with a booking, with its photos, with what was written about it, for the assigned lawyer and legal supervisors
/// alone, after a reason. Who read it when and why is shown to legal supervisors and auditors.
/// </summary>
internal static class StoryEndpoints
{
    private const string Page = LegalAidEndpoints.Page + "/bookings/{id:guid}/story";

    /// <summary>Who sees by whom it was read, whatever it is.</summary>
    public static ConsoleAccess LogReaders { get; } = ConsoleAccess.For(RoleKind.LegalSupervisor, RoleKind.Auditor);

    public static void MapStories(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Openers, (Guid id, StoryRoom room, CancellationToken ct) => room.ShowAsync(id, ct));
        routes.MapForm(Page, Readers, OpenAsync);
    }

    /// <summary>Who may come here at all; which consultation is for whom, the rule of readings says.</summary>
    public static ConsoleAccess Openers { get; } = ConsoleAccess.For(RoleKind.LegalSupervisor, RoleKind.Auditor).AndLawyers();

    private static ConsoleAccess Readers { get; } = ConsoleAccess.For(RoleKind.LegalSupervisor).AndLawyers();

    public static string AddressOf(Guid id) => BookingEndpoints.AddressOf(id) + "/story";

    public static bool SeesLog(Visitor visitor) => LogReaders.Admits(visitor);

    private static Task<IResult> OpenAsync(Guid id, HttpContext http, StoryRoom room, CancellationToken ct) =>
        room.OpenAsync(id, http.Request.Field(StoryPage.ReasonField), ct);
}
