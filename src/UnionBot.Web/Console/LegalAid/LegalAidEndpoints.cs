using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>
/// 法律咨询: consultations before the eyes of staff. Each sees lawyers and sites at or below their own node, and what is booked there or by
/// members of their part of the tree.
/// </summary>
internal static class LegalAidEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/legal-aid";

    /// <summary>Who sees when somebody has a consultation, but not what was told.</summary>
    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.LegalSupervisor, RoleKind.Auditor);

    /// <summary>The same, and each lawyer for their own consultations.</summary>
    public static ConsoleAccess Consultants { get; } = Readers.AndLawyers();

    /// <summary>Who receives people and moves their consultations.</summary>
    public static ConsoleAccess Workers { get; } = ConsoleAccess.For(RoleKind.Operator);

    public static void MapLegalAid(this IEndpointRouteBuilder routes)
    {
        routes.MapBoard();
        routes.MapBookings();
        routes.MapStories();
        routes.MapOutcomes();
        routes.MapWalkIns();
        routes.MapAway();
        routes.MapSchedule();
        routes.MapGroups();
        routes.MapFees();
    }
}
