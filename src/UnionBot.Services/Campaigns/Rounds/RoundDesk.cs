using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Definitions;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Photos;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Sites;
using UnionBot.Services.Campaigns.Visiting;
using UnionBot.Services.Campaigns.Visits;

namespace UnionBot.Services.Campaigns.Rounds;

/// <summary>A visitor's own visits, within the turn that speaks of them. Who is no visitor, or not the visitor of a target, gets nothing.</summary>
/// <param name="desk">As are the photos, made only when a visit is kept: they take the database.</param>
internal sealed class RoundDesk(TurnDatabase turn, CampaignCiphers ciphers, CampaignBook book, Lazy<VisitDesk> desk, Lazy<PhotoRegister> photos)
{
    /// <returns>Their number on the list of staff; null when they are no visitor of a campaign that goes on.</returns>
    public Task<long?> VisitorOfAsync(PersonId person, CancellationToken ct)
    {
        var db = turn.Db;
        return (
            from staff in db.Set<Staff>()
            join visitor in db.Visitors on staff.Id equals visitor.StaffId
            join campaign in db.Campaigns on visitor.CampaignId equals campaign.Id
            where staff.PersonId == person && staff.IsActive && campaign.State == CampaignState.Running
            select (long?)staff.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>The visits of a day in their order; of today also those that are left from before.</summary>
    public async Task<IReadOnlyList<RoundLine>> LinesAsync(long visitor, DateOnly day, bool isToday, CancellationToken ct)
    {
        var db = turn.Db;
        var visits = await (
            from visit in db.Visits.AsNoTracking()
            join campaign in db.Campaigns on visit.CampaignId equals campaign.Id
            where campaign.State == CampaignState.Running && (visit.LeadId == visitor || visit.SecondId == visitor) && visit.State != VisitState.Undone
                && (visit.PlannedOn == day || (isToday && visit.PlannedOn < day && visit.State == VisitState.Planned))
            orderby visit.PlannedOn, visit.Ordinal, visit.Id
            select visit).ToListAsync(ct);
        var whom = await WhomAsync([.. visits.Select(v => v.TargetId)], ct);
        return [.. visits.Select((visit, n) => new RoundLine(visit.Id, n + 1, whom[visit.TargetId].Name, whom[visit.TargetId].Address, visit.State != VisitState.Planned))];
    }

    /// <returns>Null when it is none of theirs, or not open.</returns>
    public async Task<(VisitToMake Plan, Campaign Campaign, MapPoint? Known)?> OpenAsync(long visitor, long number, DateOnly today, CancellationToken ct)
    {
        var db = turn.Db;
        var visit = await db.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.Id == number && v.State == VisitState.Planned && (v.LeadId == visitor || v.SecondId == visitor), ct);
        if (visit is null) return null;

        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == visit.CampaignId, ct);
        var line = (await LinesAsync(visitor, today, isToday: true, ct)).FirstOrDefault(l => l.Visit == number);
        var whom = (await WhomAsync([visit.TargetId], ct))[visit.TargetId];
        var things = await (
            from kit in db.CampaignKits
            join item in db.StockItems on kit.ItemId equals item.Id
            where kit.CampaignId == campaign.Id
            orderby item.Id
            select new CountedThing(item.Name, kit.Count, item.Unit)).ToListAsync(ct);
        var needsTwo = campaign.CashFen > 0 && book.Find(campaign.Kind)?.Rules.Together > 1;
        return (new VisitToMake(line ?? new RoundLine(number, 1, whom.Name, whom.Address, IsDone: false), things, campaign.CashFen, needsTwo), campaign, whom.Known);
    }

    /// <summary>What both of a team still carry is shown to whoever of them asks for their own.</summary>
    public async Task<IReadOnlyList<CountedThing>> CarriedAsync(long visitor, CancellationToken ct)
    {
        var db = turn.Db;
        return await (
            from carried in db.Set<Stock.CarriedStock>()
            join lot in db.StockLots on carried.LotId equals lot.Id
            join item in db.StockItems on lot.ItemId equals item.Id
            where carried.StaffId == visitor && carried.Count > 0
            group carried by new { item.Id, item.Name, item.Unit } into thing
            orderby thing.Key.Id
            select new CountedThing(thing.Key.Name, thing.Sum(c => c.Count), thing.Key.Unit)).ToListAsync(ct);
    }

    /// <summary>Keeps a report, and with it the photos that were sent; the last one shows the signature, where something was given.</summary>
    /// <param name="sent">Our keys of the photos, in the order in which they came.</param>
    public async Task<ReportedVisit> ReportAsync(long number, VisitReport report, IReadOnlyList<long> sent, long visitor, CancellationToken ct)
    {
        var told = await desk.Value.ReportAsync(number, report, visitor, ct);
        if (told.Refusal is not null) return told;

        foreach (var (n, photo) in sent.Index())
            await photos.Value.AddAsync(number, photo, report.Receipt is not null && n == sent.Count - 1 ? PhotoKind.Receipt : PhotoKind.Scene, ct);

        return told;
    }

    /// <summary>What the campaign's kit is called in what visitors write.</summary>
    public static IReadOnlyList<KitItem> KitOf(VisitToMake plan) =>
    [
        .. plan.Things.Select(thing => new KitItem(thing.Name, thing.Name, thing.Count, thing.Unit)),
        new KitItem("cash", "现金", plan.CashFen) { IsMoney = true },
    ];

    private async Task<Dictionary<long, (string Name, string? Address, MapPoint? Known)>> WhomAsync(long[] targets, CancellationToken ct)
    {
        var db = turn.Db;
        var rows = await (
            from target in db.CampaignTargets.AsNoTracking()
            where targets.Contains(target.Id)
            join household in db.Households on target.HouseholdId equals household.Id into households
            from household in households.DefaultIfEmpty()
            join site in db.WorkSites on target.WorkSiteId equals site.Id into sites
            from site in sites.DefaultIfEmpty()
            select new { target.Id, Household = household, Site = site }).ToListAsync(ct);
        long[] homes = [.. rows.Where(r => r.Household is not null).Select(r => r.Household.Id)];
        var heads = (await db.HouseholdPeople.AsNoTracking().Where(p => homes.Contains(p.HouseholdId)).ToListAsync(ct))
            .GroupBy(p => p.HouseholdId).ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.IsHead).ThenBy(p => p.Id).First());
        return rows.ToDictionary(r => r.Id, r => r.Household is { } home ? OfHousehold(home, heads[home.Id]) : OfSite(r.Site));
    }

    private (string Name, string? Address, MapPoint? Known) OfHousehold(Household home, HouseholdPerson head) =>
        (DisplayMask.Name(ciphers.OpenName(head)), $"{home.Street}{ciphers.OpenAddress(home)}" is { Length: > 0 } address ? address : null, Point(home.Latitude, home.Longitude));

    private static (string Name, string? Address, MapPoint? Known) OfSite(WorkSite site) => (site.Name, site.Address, Point(site.Latitude, site.Longitude));

    private static MapPoint? Point(double? latitude, double? longitude) => (latitude, longitude) is ({ } lat, { } lon) ? new MapPoint(lat, lon) : null;
}
