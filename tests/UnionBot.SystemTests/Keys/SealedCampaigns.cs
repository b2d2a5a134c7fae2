using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Sites;
using UnionBot.Services.Campaigns.Visits;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Keys;

/// <summary>What campaigns keep encrypted: names, numbers and addresses of those who are visited, and what visitors wrote.</summary>
internal static class SealedCampaigns
{
    private const long Row = 1;

    public static async Task FillAsync(IServiceProvider services, TestDatabase database)
    {
        var ciphers = services.GetRequiredService<CampaignCiphers>();
        Assert.True(MobileNumber.TryParse("13800000009", out var phone));
        Assert.True(IdNumber.TryParse("11010519491231002X", new DateOnly(2026, 11, 1), out var number, out _));
        var (address, person, call) = (ciphers.SealAddress(Row, "370102", "历山路 1 号"), ciphers.Seal(Row, "刘芳", phone, number), ciphers.SealContactPhone(Row, phone));
        await database.ExecuteAsync(
            """
            INSERT INTO household (id, organisation_id, region_code, address, address_hash, people, state, is_helped_elsewhere, is_demo)
              SELECT 1, min(id), min(region_code), $1, $2, 1, 0, false, false FROM organisation
            """, address.Sealed, address.Hash);
        await database.ExecuteAsync(
            """
            INSERT INTO household_person (id, household_id, name, name_hash, phone, phone_hash, id_number, id_number_hash, is_head, labels, has_died)
            VALUES (1, 1, $1, $2, $3, $4, $5, $6, true, 1, false)
            """, person.Name, person.NameHash, person.Phone!, person.PhoneHash!, person.IdNumber!, person.IdNumberHash!);
        await database.ExecuteAsync(
            """
            INSERT INTO work_site (id, organisation_id, name, kind, region_code, address, people, contact_name, contact_phone, contact_phone_hash, is_active, is_demo)
              SELECT 1, min(id), '奥体工地', 0, min(region_code), '经十路 1 号', 80, $1, $2, $3, true, false FROM organisation
            """, ciphers.SealContact(Row, "李工"), call.Sealed, call.Hash);
        await database.ExecuteAsync(
            """
            INSERT INTO campaign (id, kind, title, organisation_id, first_day, last_day, audience, cash_fen, state, version, authors, changed_at)
              SELECT 1, 'winter', '冬', min(id), '2026-01-01', '2026-02-01', '在档', 0, 2, 1, '{}', now() FROM organisation
            """);
        await database.ExecuteAsync("INSERT INTO campaign_target (id, campaign_id, household_id, labels, people, state, frozen_at) VALUES (1, 1, 1, 1, 1, 0, now())");
        await database.ExecuteAsync(
            """
            INSERT INTO visit (id, campaign_id, target_id, lead_id, planned_on, ordinal, state, outcome, place_reason, note, paid_fen, refuses_press, version)
              SELECT 1, 1, 1, min(id), '2026-01-12', 1, 1, 1, $1, $2, 0, false, 1 FROM staff
            """, ciphers.SealPlaceReason(Row, "在村里"), ciphers.SealNote(Row, "孩子明年高考"));
    }

    public static async Task<string[]> ReadAsync(IServiceProvider services)
    {
        var (db, ciphers) = (services.GetRequiredService<UnionDb>(), services.GetRequiredService<CampaignCiphers>());
        var (person, site, visit) = (await db.Set<HouseholdPerson>().SingleAsync(), await db.Set<WorkSite>().SingleAsync(), await db.Set<Visit>().SingleAsync());
        return
        [
            ciphers.OpenAddress(await db.Set<Household>().SingleAsync())!, ciphers.OpenName(person), ciphers.OpenPhone(person)!, ciphers.OpenIdNumber(person)!,
            ciphers.OpenContact(site)!, ciphers.OpenContactPhone(site)!, ciphers.OpenPlaceReason(visit)!, ciphers.OpenNote(visit)!,
        ];
    }
}
