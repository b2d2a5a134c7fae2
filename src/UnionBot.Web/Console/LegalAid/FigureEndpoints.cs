using Microsoft.AspNetCore.WebUtilities;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Figures;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>法律援助数字: the figures of a period for one's part of the tree, and behind each the numbers that it counts.</summary>
internal static class FigureEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/legal-aid/figures";

    /// <summary>What a figure counts.</summary>
    public const string ListPage = Page + "/list";

    private static readonly RoleKind[] Reading = [RoleKind.Operator, RoleKind.Approver, RoleKind.Auditor, RoleKind.LegalSupervisor];

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(Reading);

    public static void MapFigures(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, (HttpContext http, FigureRoom room, CancellationToken ct) => room.ShowAsync(http.Request.Query, Reading, ct));
        routes.MapPage(ListPage, Readers, (HttpContext http, FigureRoom room, CancellationToken ct) => room.ListAsync(http.Request.Query, Reading, ct));
    }

    /// <param name="part">By what it is taken apart, and which part; null for the whole.</param>
    public static string ListOf(FigureQuery query, string figure, (FigureSplit By, string Key)? part = null)
    {
        var values = query.Values();
        values[FigureQuery.FigureField] = figure;
        if (part is var (by, key)) (values[FigureQuery.SplitField], values[FigureQuery.KeyField]) = (by.ToString(), key);
        return QueryHelpers.AddQueryString(ListPage, values);
    }
}
