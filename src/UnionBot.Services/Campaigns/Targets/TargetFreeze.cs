using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Definitions;
using UnionBot.Services.Campaigns.Plans;

namespace UnionBot.Services.Campaigns.Targets;

/// <summary>Counts whom an audience means, and fixes them for a campaign.</summary>
public sealed class TargetFreeze(UnionDb db, CampaignBook book, AudienceWords words, RegionBook regions, BusinessClock clock)
{
    /// <summary>The first words of an audience that say nothing about who is meant; null when all is understood.</summary>
    public async Task<string?> UnreadOfAsync(string audience, long organisation, CancellationToken ct)
    {
        var home = await db.Set<Organisation>().Where(o => o.Id == organisation).Select(o => o.RegionCode).SingleAsync(ct);
        return words.Read(audience, name => RegionOf(name, home)).Unread;
    }

    /// <summary>How many are meant now, and how many of them are left out for which reason. Nothing is kept.</summary>
    public async Task<AudienceCount> CountAsync(Campaign campaign, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<Counted>(
            TargetSql.Around(await MeantAsync(campaign, ct), "SELECT left_out AS why, count(*)::int AS targets, coalesce(sum(people), 0)::int AS people FROM ($) AS meant GROUP BY left_out")).ToListAsync(ct);
        var included = rows.FirstOrDefault(r => r.Why is null);
        return new AudienceCount(
            included?.Targets ?? 0, included?.People ?? 0, rows.Where(r => r.Why is not null).ToDictionary(r => (LeftOut)r.Why!.Value, r => r.Targets));
    }

    /// <summary>Fixes the targets within the caller's transaction; what was fixed before and is not meant any more is marked so.</summary>
    internal async Task<FrozenTargets> WriteAsync(Campaign campaign, CancellationToken ct)
    {
        var meant = await MeantAsync(campaign, ct);
        var (id, now) = (campaign.Id, clock.GetUtcNow());
        await db.Database.ExecuteSqlRawAsync(
            """
            DROP TABLE IF EXISTS meant_target;
            CREATE TEMPORARY TABLE meant_target (household_id bigint, work_site_id bigint, labels int, people int, left_out smallint) ON COMMIT DROP
            """, ct);
        await db.Database.ExecuteSqlAsync(TargetSql.Around(meant, "INSERT INTO meant_target $"), ct);
        var removed = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE campaign_target t SET state = 2, left_out = 5, frozen_at = {now}
             WHERE t.campaign_id = {id} AND t.state = 0 AND (t.left_out IS NULL)
               AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.target_id = t.id AND v.state = 1)
               AND NOT EXISTS (SELECT 1 FROM meant_target m WHERE m.left_out IS NULL AND (m.household_id = t.household_id OR m.work_site_id = t.work_site_id))
            """, ct);
        var before = await db.CampaignTargets.CountAsync(t => t.CampaignId == id && t.State == TargetState.Included, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO campaign_target AS t (campaign_id, household_id, work_site_id, labels, people, state, left_out, frozen_at)
            SELECT {id}, m.household_id, m.work_site_id, m.labels, m.people, CASE WHEN m.left_out IS NULL THEN 0 ELSE 1 END, m.left_out, {now} FROM meant_target m
             WHERE m.household_id IS NOT NULL ORDER BY m.household_id
            ON CONFLICT (campaign_id, household_id) WHERE household_id IS NOT NULL DO UPDATE
              SET labels = excluded.labels, people = excluded.people, state = excluded.state, left_out = excluded.left_out, frozen_at = excluded.frozen_at
              WHERE t.left_out IS DISTINCT FROM 6 AND t.left_out IS DISTINCT FROM 7 AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.target_id = t.id AND v.state = 1)
            """, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO campaign_target AS t (campaign_id, household_id, work_site_id, labels, people, state, left_out, frozen_at)
            SELECT {id}, m.household_id, m.work_site_id, m.labels, m.people, CASE WHEN m.left_out IS NULL THEN 0 ELSE 1 END, m.left_out, {now} FROM meant_target m
             WHERE m.work_site_id IS NOT NULL ORDER BY m.work_site_id
            ON CONFLICT (campaign_id, work_site_id) WHERE work_site_id IS NOT NULL DO UPDATE
              SET people = excluded.people, state = excluded.state, left_out = excluded.left_out, frozen_at = excluded.frozen_at
              WHERE t.left_out IS DISTINCT FROM 6 AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.target_id = t.id AND v.state = 1)
            """, ct);

        // Whoever is not gone to any more has no visit before them.
        await db.Database.ExecuteSqlAsync($"DELETE FROM visit v USING campaign_target t WHERE t.id = v.target_id AND t.campaign_id = {id} AND t.state <> 0 AND v.state = 0", ct);
        var after = await db.CampaignTargets.CountAsync(t => t.CampaignId == id && t.State == TargetState.Included, ct);
        var excluded = await db.CampaignTargets.CountAsync(t => t.CampaignId == id && t.State == TargetState.Excluded, ct);
        return new FrozenTargets(after, after - before, removed, excluded);
    }

    private async Task<FormattableString> MeantAsync(Campaign campaign, CancellationToken ct)
    {
        var home = await db.Set<Organisation>().Where(o => o.Id == campaign.OrganisationId).Select(o => new { o.Path, o.RegionCode }).SingleAsync(ct);
        var rule = words.Read(campaign.Audience, name => RegionOf(name, home.RegionCode)).Rule;
        var kind = book.Find(campaign.Kind) ?? throw new InvalidOperationException($"There is no kind of campaign '{campaign.Kind}' any more.");
        return kind.Visits is VisitedKind.Sites ? TargetSql.Sites(rule, home.Path) : TargetSql.Households(rule, home.Path, campaign.FirstDay);
    }

    /// <summary>Of two 市中区 the one in the city of whose campaign it is.</summary>
    private string? RegionOf(string name, string home)
    {
        var found = regions.Find(name);
        if (found.Count == 1) return found[0].Code;

        var city = regions.ByCode(home) is { } at ? regions.CityOf(at) : null;
        return city is null ? null : found.FirstOrDefault(one => regions.CityOf(one) == city)?.Code;
    }

    private sealed record Counted(short? Why, int Targets, int People);
}

/// <param name="Targets">Households or sites to go to.</param>
/// <param name="People">Whom they stand for.</param>
/// <param name="LeftOut">How many are left out, by the reason.</param>
public sealed record AudienceCount(int Targets, int People, IReadOnlyDictionary<LeftOut, int> LeftOut);

/// <summary>What fixing the targets did.</summary>
/// <param name="Included">All to go to now.</param>
/// <param name="Added">Of them new since the time before.</param>
/// <param name="Removed">Were to be gone to, and are not any more.</param>
public sealed record FrozenTargets(int Included, int Added, int Removed, int Excluded);
