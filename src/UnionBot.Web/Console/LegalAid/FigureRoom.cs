using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Figures;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>Shows figures to whoever may see them.</summary>
internal sealed class FigureRoom(
    ConsoleVisit visit, StaffRights rights, LegalAidReach reach, LegalAidFigures figures, BookingFiles files, RecordLabels labels, RegionBook regions, UnionDb db, BusinessClock clock)
{
    private const int MostNodes = 300;

    public async Task<IResult> ShowAsync(IQueryCollection typed, IReadOnlyCollection<RoleKind> reading, CancellationToken ct)
    {
        var query = Read(typed);
        var mine = await rights.ScopeAsync(visit.Known.Staff, reading, ct);
        if (await NarrowAsync(mine, query, ct) is not { } scope) return ConsolePages.Missing();

        return ConsolePages.Show<FigurePage>(
            (nameof(FigurePage.Query), query),
            (nameof(FigurePage.Sheet), await figures.ReadAsync(query.Period, scope, ct)),
            (nameof(FigurePage.Nodes), await NodesAsync(mine, ct)),
            (nameof(FigurePage.Table), new FigureTable(labels, regions)));
    }

    public async Task<IResult> ListAsync(IQueryCollection typed, IReadOnlyCollection<RoleKind> reading, CancellationToken ct)
    {
        var (query, figure, part) = (Read(typed), typed[FigureQuery.FigureField].ToString(), FigureQuery.PartIn(typed));
        var mine = await rights.ScopeAsync(visit.Known.Staff, reading, ct);
        if (!LegalAidFigures.Names.Contains(figure) || await NarrowAsync(mine, query, ct) is not { } scope) return ConsolePages.Missing();

        var lines = await figures.ListAsync(query.Period, scope, figure, part, ct);
        return ConsolePages.Show<FigureListPage>(
            (nameof(FigureListPage.Query), query),
            (nameof(FigureListPage.Figure), figure),
            (nameof(FigureListPage.Part), part),
            (nameof(FigureListPage.Lines), lines),
            (nameof(FigureListPage.Open), await files.OfAsync([.. lines.Select(line => line.Booking).OfType<Guid>()], await reach.OfAsync(LegalAidEndpoints.Consultants, ct), ct)),
            (nameof(FigureListPage.Table), new FigureTable(labels, regions)));
    }

    private FigureQuery Read(IQueryCollection typed) => FigureQuery.Read(typed, UnionCalendar.DayOf(clock.GetUtcNow()));

    /// <returns>Null when what is asked for is not in the reader's part of the tree.</returns>
    private async Task<StaffScope?> NarrowAsync(StaffScope mine, FigureQuery query, CancellationToken ct)
    {
        if (query.Organisation is not { } node) return mine;

        var path = await db.Set<Organisation>().Where(o => o.Id == node).Select(o => o.Path).SingleOrDefaultAsync(ct);
        return path is not null && mine.Covers(path) ? new StaffScope(IsWhole: false, [path]) : null;
    }

    /// <summary>The unions above those of firms.</summary>
    private async Task<IReadOnlyList<FigureNode>> NodesAsync(StaffScope mine, CancellationToken ct)
    {
        var (isWhole, below) = (mine.IsWhole, mine.Below);
        return await db.Set<Organisation>().AsNoTracking()
            .Where(o => o.Level != OrganisationLevel.Basic && (isWhole || below.Any(path => EF.Functions.Like(o.Path, path))))
            .OrderBy(o => o.Path).Take(MostNodes).Select(o => new FigureNode(o.Id, o.Name)).ToListAsync(ct);
    }
}

public sealed record FigureNode(long Id, string Name);
