using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Assignment;
using UnionBot.Services.Campaigns.Definitions;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Targets;

namespace UnionBot.Services.Campaigns.Visits;

/// <summary>派单: who goes for a campaign, and to whom on which day.</summary>
public sealed class VisitPlanning(UnionDb db, CampaignBook book, Workdays workdays, AuditLog audit, BusinessClock clock)
{
    /// <summary>Lets a member of staff go for a campaign, or changes where and how much.</summary>
    /// <param name="regions">Codes; a city stands for its districts.</param>
    /// <returns>False when they are not on the list of staff.</returns>
    public async Task<bool> LetGoAsync(int campaign, long staff, IReadOnlyCollection<string> regions, short perDay, AuditActor who, CancellationToken ct)
    {
        if (!await db.Set<Staff>().AnyAsync(s => s.Id == staff && s.IsActive, ct)) return false;

        var visitor = await db.Visitors.SingleOrDefaultAsync(v => v.CampaignId == campaign && v.StaffId == staff, ct);
        if (visitor is null) db.Add(visitor = new Visitor(campaign, staff));
        visitor.Serve(regions, perDay);
        audit.Add(who, "campaign/visitor", CampaignRegister.SubjectOf(campaign), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>
    /// Gives every target that nobody has been to a team and a day from tomorrow on; what lies ahead is planned anew, but for visits that
    /// were put off with the household.
    /// </summary>
    /// <returns>Null when the campaign is not running.</returns>
    public async Task<AssignedVisits?> AssignAsync(int number, AuditActor who, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM campaign WHERE id = {number} FOR UPDATE", ct);
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == number, ct);
        if (campaign.State is not CampaignState.Running) return null;

        var tomorrow = UnionCalendar.DayOf(clock.GetUtcNow()).AddDays(1);
        await db.Visits
            .Where(v => v.CampaignId == number && v.State == VisitState.Planned && v.PlannedOn >= tomorrow && !db.Set<Visit>().Any(old => old.TargetId == v.TargetId && old.State == VisitState.InVain))
            .ExecuteDeleteAsync(ct);
        var kind = book.Find(campaign.Kind) ?? throw new InvalidOperationException($"There is no kind of campaign '{campaign.Kind}' any more.");
        var rules = new AssignmentRules { MostVisitsADay = kind.Rules.ADay, InTwos = TwoVisitors.ForCash };
        var first = campaign.FirstDay > tomorrow ? campaign.FirstDay : tomorrow;
        var plan = VisitAssigner.Assign(await TargetsAsync(campaign, hasCash: campaign.CashFen > 0 && kind.Rules.Together > 1, ct), await VisitorsAsync(number, first, campaign.LastDay, ct), rules);
        var teams = plan.Teams.ToDictionary(t => t.Number);
        foreach (var planned in plan.Visits)
        {
            var visit = new Visit(number, planned.Target);
            visit.Give(teams[planned.Team].First, teams[planned.Team].Second, planned.Day, (short)planned.Place);
            db.Add(visit);
        }

        audit.Add(who, "campaign/assigned", CampaignRegister.SubjectOf(number), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new AssignedVisits(plan.Visits.Count, plan.Unplanned.CountBy(u => u.Reason).ToDictionary(r => r.Key, r => r.Value));
    }

    private async Task<List<VisitTarget>> TargetsAsync(Campaign campaign, bool hasCash, CancellationToken ct)
    {
        var rows = await (
            from target in db.CampaignTargets.AsNoTracking()
            where target.CampaignId == campaign.Id && target.State == TargetState.Included
                && !db.Set<Visit>().Any(v => v.TargetId == target.Id && (v.State == VisitState.Planned || v.State == VisitState.Settled))
            join household in db.Households on target.HouseholdId equals household.Id into households
            from household in households.DefaultIfEmpty()
            join site in db.WorkSites on target.WorkSiteId equals site.Id into sites
            from site in sites.DefaultIfEmpty()
            select new
            {
                target.Id,
                target.HouseholdId,
                Region = household != null ? household.RegionCode : site.RegionCode,
                Street = household != null ? household.Street : null,
                Latitude = household != null ? household.Latitude : site.Latitude,
                Longitude = household != null ? household.Longitude : site.Longitude,
            }).ToListAsync(ct);
        long[] homes = [.. rows.Select(r => r.HouseholdId).OfType<long>()];
        var people = (await db.HouseholdPeople.AsNoTracking().Where(p => homes.Contains(p.HouseholdId)).Select(p => new { p.HouseholdId, p.PhoneHash, p.IdNumberHash }).ToListAsync(ct))
            .ToLookup(p => p.HouseholdId, p => new[] { p.PhoneHash, p.IdNumberHash }.OfType<byte[]>());
        return
        [
            .. rows.Select(r => new VisitTarget(r.Id, r.Region, r.Street, (r.Latitude, r.Longitude) is ({ } latitude, { } longitude) ? new GeoPoint(latitude, longitude, "") : null)
            {
                HasCash = hasCash,
                People = [.. r.HouseholdId is { } home ? people[home].SelectMany(hashes => hashes) : []],
            }),
        ];
    }

    /// <summary>Nobody visits their own household: they are known by the number of their phone and by their identity number, as the roster has them.</summary>
    private async Task<List<AvailableVisitor>> VisitorsAsync(int campaign, DateOnly first, DateOnly last, CancellationToken ct)
    {
        DateOnly[] days = [.. Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(first.AddDays).Where(workdays.IsWorkday)];
        var rows = await (
            from visitor in db.Visitors.AsNoTracking()
            where visitor.CampaignId == campaign
            join staff in db.Set<Staff>() on visitor.StaffId equals staff.Id
            where staff.IsActive
            join member in db.Set<Member>() on staff.PersonId equals member.PersonId into members
            from member in members.DefaultIfEmpty()
            select new { Visitor = visitor, Phone = member != null ? member.PhoneHash : null, Number = member != null ? member.IdNumberHash : null }).ToListAsync(ct);
        return
        [
            .. rows.DistinctBy(r => r.Visitor.StaffId).Select(r => new AvailableVisitor(r.Visitor.StaffId, r.Visitor.Regions, r.Visitor.PerDay, days)
            {
                Kin = [.. new[] { r.Phone, r.Number }.OfType<byte[]>()],
            }),
        ];
    }
}

/// <param name="Unplanned">How many targets nobody could be found for, by the reason.</param>
public sealed record AssignedVisits(int Planned, IReadOnlyDictionary<NoVisitReason, int> Unplanned);
