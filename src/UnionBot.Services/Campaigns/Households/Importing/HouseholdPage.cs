using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Campaigns.Households.Importing;

/// <summary>What the database knows of the people and households of one page of rows.</summary>
internal sealed class HouseholdPage
{
    private readonly UnionDb _db;
    private readonly CampaignCiphers _ciphers;
    private readonly Dictionary<string, HouseholdPerson> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), HouseholdPerson> _byPhone = [];
    private readonly Dictionary<(long, string), Household> _byFile = [];
    private readonly Dictionary<long, Household> _byId = [];
    private readonly Queue<long> _householdIds;
    private readonly Queue<long> _personIds;

    private HouseholdPage(UnionDb db, CampaignCiphers ciphers, IReadOnlyList<HouseholdPerson> people, IReadOnlyList<Household> households, Queue<long> householdIds, Queue<long> personIds)
    {
        (_db, _ciphers, _householdIds, _personIds) = (db, ciphers, householdIds, personIds);
        foreach (var household in households) Know(household);
        foreach (var person in people) Know(person);
    }

    public static async Task<HouseholdPage> LoadAsync(UnionDb db, CampaignCiphers ciphers, IReadOnlyList<HouseholdRow> rows, CancellationToken ct)
    {
        byte[][] numbers = [.. rows.SelectMany(r => new[] { r.IdNumber, r.HeadIdNumber }).OfType<IdNumber>().Select(ciphers.IdNumberHash)];
        byte[][] phones = [.. rows.Select(r => r.Phone).OfType<MobileNumber>().Select(ciphers.PhoneHash)];
        string[] files = [.. rows.Select(r => r.FileNo).OfType<string>().Distinct()];
        var people = await db.HouseholdPeople
            .Where(p => (p.IdNumberHash != null && numbers.Contains(p.IdNumberHash)) || (p.PhoneHash != null && phones.Contains(p.PhoneHash)))
            .ToListAsync(ct);
        long[] ids = [.. people.Select(p => p.HouseholdId).Distinct()];
        var households = await db.Households.Where(h => ids.Contains(h.Id) || (h.FileNo != null && files.Contains(h.FileNo))).ToListAsync(ct);
        return new HouseholdPage(db, ciphers, people, households, await NextAsync(db, "household", rows.Count, ct), await NextAsync(db, "household_person", rows.Count, ct));
    }

    /// <returns>Null when no list has named them yet.</returns>
    public HouseholdPerson? PersonOf(HouseholdRow row) =>
        (row.IdNumber is { } number ? _byNumber.GetValueOrDefault(KeyOf(number)) : null)
        ?? (row.Phone is { } phone && _byPhone.GetValueOrDefault(KeyOf(phone, row.Name)) is { } known && (row.IdNumber is null || known.IdNumberHash is null) ? known : null);

    /// <summary>By the number of the file, or by the head of the household.</summary>
    /// <returns>Null when the row names neither, or one that nobody knows.</returns>
    public Household? HouseholdNamedBy(HouseholdRow row) =>
        row.FileNo is { } file ? _byFile.GetValueOrDefault((row.OrganisationId, file)) :
        row.HeadIdNumber is { } head && _byNumber.GetValueOrDefault(KeyOf(head)) is { } person ? _byId[person.HouseholdId] :
        null;

    public Household HouseholdOf(HouseholdPerson person) => _byId[person.HouseholdId];

    public Household Open(HouseholdRow row)
    {
        var household = new Household(_householdIds.Dequeue(), row.OrganisationId, row.FileNo);
        _db.Add(household);
        Know(household);
        return household;
    }

    public void Join(Household household, HouseholdRow row)
    {
        var id = _personIds.Dequeue();
        var person = new HouseholdPerson(id, household.Id, _ciphers.Seal(id, row.Name, row.Phone, row.IdNumber));
        person.Count(row.Labels, row.IsHead);
        _db.Add(person);
        Know(person);
    }

    public void Identify(HouseholdPerson person, HouseholdRow row)
    {
        person.Identify(_ciphers.Seal(person.Id, row.Name, row.Phone, row.IdNumber));
        Know(person);
    }

    private void Know(Household household)
    {
        _byId[household.Id] = household;
        if (household.FileNo is { } file) _byFile[(household.OrganisationId, file)] = household;
    }

    private void Know(HouseholdPerson person)
    {
        if (person.IdNumberHash is { } number) _byNumber[Convert.ToHexString(number)] = person;
        if (person.PhoneHash is { } phone) _byPhone[(Convert.ToHexString(phone), Convert.ToHexString(person.NameHash))] = person;
    }

    private string KeyOf(IdNumber number) => Convert.ToHexString(_ciphers.IdNumberHash(number));

    private (string, string) KeyOf(MobileNumber phone, string name) =>
        (Convert.ToHexString(_ciphers.PhoneHash(phone)), Convert.ToHexString(_ciphers.NameHash(name)));

    private static async Task<Queue<long>> NextAsync(UnionDb db, string table, int count, CancellationToken ct) => new(
        await db.Database.SqlQuery<long>($"SELECT nextval(pg_get_serial_sequence({table}, 'id')) AS \"Value\" FROM generate_series(1, {count})").ToListAsync(ct));
}
