using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.Campaigns.Definitions;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Sites;

namespace UnionBot.Services.Campaigns.Visits;

/// <summary>
/// Keeps what became of a visit: outcome, what was given and what was paid, in one transaction. The database refuses what would go below
/// nothing, above the budget or above a household's ceiling; then none of it is kept.
/// </summary>
public sealed class VisitDesk(
    UnionDb db, CampaignBook book, CampaignCiphers ciphers, VisitGifts gifts, VisitPayments payments, Workdays workdays, AuditLog audit, BusinessClock clock)
{
    private const string BeforeReport = "before_report";

    /// <param name="visitor">Who reports: one of the two who go.</param>
    public async Task<ReportedVisit> ReportAsync(long number, VisitReport report, long visitor, CancellationToken ct)
    {
        // Within a turn of the visitor's chat what is refused is undone alone.
        var outer = db.Database.CurrentTransaction;
        await using var own = outer is null ? await db.Database.BeginTransactionAsync(ct) : null;
        if (outer is not null) await outer.CreateSavepointAsync(BeforeReport, ct);
        var told = await KeepAsync(number, report, visitor, ct);
        if (told.Refusal is null && own is not null) await own.CommitAsync(ct);
        if (told.Refusal is not null && outer is not null) await outer.RollbackToSavepointAsync(BeforeReport, ct);
        return told;
    }

    private async Task<ReportedVisit> KeepAsync(long number, VisitReport report, long visitor, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM visit WHERE id = {number} FOR UPDATE", ct);
        var visit = await db.Visits.SingleOrDefaultAsync(v => v.Id == number && v.State == VisitState.Planned && (v.LeadId == visitor || v.SecondId == visitor), ct);
        if (visit is null) return new ReportedVisit(VisitRefusal.NotTheirs);

        // Whoever closes or pauses the campaign waits for this, or this for them.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM campaign WHERE id = {visit.CampaignId} FOR SHARE", ct);
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == visit.CampaignId, ct);
        var (household, site) = await WhomAsync(visit.TargetId, ct);
        var metres = VisitPlace.Metres(report.Place, household?.Latitude ?? site?.Latitude, household?.Longitude ?? site?.Longitude);
        if (FaultOf(report, visit, campaign, metres) is { } fault) return new ReportedVisit(fault, metres);
        if (await gifts.GiveAsync(visit, report.Given, ct) is { } missing) return new ReportedVisit(VisitRefusal.NotCarried, metres, missing);

        var payment = await payments.PayAsync(campaign, household, report.PaidFen, report.At ?? clock.GetUtcNow(), ct);
        if (payment.Refusal is { } refused) return new ReportedVisit(refused, metres);

        visit.Tell(report, clock.GetUtcNow(), metres, payment.Line, Seal(report.PlaceReason, text => ciphers.SealPlaceReason(number, text)), Seal(report.Note, text => ciphers.SealNote(number, text)));
        if (visit.State is VisitState.InVain) db.Add(visit.Again(report.Again ?? workdays.Add(UnionCalendar.DayOf(clock.GetUtcNow()), 1).Day));
        Learn(report, household, site);
        audit.Add(AuditActor.Staff(visitor), "visit/reported", $"visit/{number}", clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new ReportedVisit(null, metres);
    }

    private async Task<(Household? Household, WorkSite? Site)> WhomAsync(long target, CancellationToken ct)
    {
        var whom = await db.CampaignTargets.Where(t => t.Id == target).Select(t => new { t.HouseholdId, t.WorkSiteId }).SingleAsync(ct);
        return (
            whom.HouseholdId is { } household ? await db.Households.SingleAsync(h => h.Id == household, ct) : null,
            whom.WorkSiteId is { } site ? await db.WorkSites.SingleAsync(s => s.Id == site, ct) : null);
    }

    private VisitRefusal? FaultOf(VisitReport report, Visit visit, Campaign campaign, int? metres)
    {
        var rules = book.Find(campaign.Kind)?.Rules ?? throw new InvalidOperationException($"There is no kind of campaign '{campaign.Kind}' any more.");
        var isGiven = report.PaidFen > 0 || report.Given.Count > 0;
        var isFar = metres > rules.Metres || report.Place is null;
        return
            campaign.State is not CampaignState.Running ? VisitRefusal.NotRunning :
            report.At is { } at && (at > clock.GetUtcNow() || UnionCalendar.DayOf(at) < campaign.FirstDay) ? VisitRefusal.WrongTime :
            report.Outcome is VisitOutcome.SentOrPaid or VisitOutcome.FetchedAtUnion ? NoReceipt() :
            isFar && report.PlaceReason is null ? VisitRefusal.WhyThere :
            report.PaidFen > 0 && rules.Together > 1 && visit.SecondId is null ? VisitRefusal.NeedsTwo :
            NoReceipt();

        VisitRefusal? NoReceipt() => isGiven && report.Receipt is null ? VisitRefusal.NeedsReceipt : null;
    }

    /// <summary>What a visit tells about those who were visited.</summary>
    private static void Learn(VisitReport report, Household? household, WorkSite? site)
    {
        var isThere = report.Outcome is VisitOutcome.Visited or VisitOutcome.ReceivedForThem && report.PlaceReason is null;
        if (isThere && report.Place is { } place)
        {
            household?.PlaceAt(place.Latitude, place.Longitude);
            site?.PlaceAt(place.Latitude, place.Longitude);
        }

        if (report.Outcome is VisitOutcome.Died) household?.Become(HouseholdState.Bereaved);
        if (report.Outcome is VisitOutcome.NotFound) household?.Become(HouseholdState.Moved);
    }

    private static byte[]? Seal(string? text, Func<string, byte[]> seal) => text is null ? null : seal(text);
}
