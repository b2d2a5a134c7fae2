using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>
/// 法律咨询: consultations before the eyes of staff. Lawyers and their times belong to no part of the tree, so these pages are for
/// roles over the whole union.
/// </summary>
internal static class LegalAidEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/legal-aid";

    /// <summary>Who sees when somebody has a consultation, but not what was told.</summary>
    public static ConsoleAccess Readers { get; } = ConsoleAccess.ForWhole(RoleKind.Operator, RoleKind.LegalSupervisor, RoleKind.Auditor);

    /// <summary>The same, and each lawyer for their own consultations.</summary>
    public static ConsoleAccess Consultants { get; } = Readers.AndLawyers();

    /// <summary>Who receives people and moves their consultations.</summary>
    public static ConsoleAccess Workers { get; } = ConsoleAccess.ForWhole(RoleKind.Operator);

    /// <summary>The lawyer whose consultations alone somebody sees; null for who sees all.</summary>
    public static long? OnlyLawyer(Visitor visitor) => Readers.Admits(visitor) ? null : visitor.Lawyer;

    public static void MapLegalAid(this IEndpointRouteBuilder routes)
    {
        routes.MapBoard();
        routes.MapBookings();
        routes.MapStories();
        routes.MapOutcomes();
        routes.MapWalkIns();
        routes.MapAway();
        routes.MapSchedule();
    }
}
