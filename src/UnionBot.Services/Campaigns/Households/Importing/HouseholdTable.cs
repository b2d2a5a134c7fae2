using UnionBot.Core.Data;
using UnionBot.Core.Imports;

namespace UnionBot.Services.Campaigns.Households.Importing;

/// <summary>Writes the rows of one import of households, page by page, in the transaction of the import.</summary>
internal sealed class HouseholdTable(UnionDb db, CampaignCiphers ciphers, long run, ImportReport report)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public ImportCounts Counts { get; private set; }

    public async Task WriteAsync(IReadOnlyList<HouseholdRow> rows, CancellationToken ct)
    {
        var good = rows.Where(IsGood).ToList();
        var page = await HouseholdPage.LoadAsync(db, ciphers, good, ct);
        foreach (var row in good) Write(page, row);

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private bool IsGood(HouseholdRow row)
    {
        HouseholdProblem? problem =
            row.IdNumber is null && row.Phone is null ? HouseholdProblem.Unfindable :
            row.Labels is VisitLabels.None ? HouseholdProblem.NoLabel :
            row.HasHalfPlace ? HouseholdProblem.HalfPlace :
            !_seen.Add(row.IdNumber?.Value ?? $"{row.Name}\n{row.Phone!.Value}") ? HouseholdProblem.Twice :
            null;
        if (problem is { } found) Refuse(row, found);
        return problem is null;
    }

    private void Write(HouseholdPage page, HouseholdRow row)
    {
        var person = page.PersonOf(row);
        var of = page.HouseholdNamedBy(row);
        if (of is null && row is { IsHead: false, HeadIdNumber: not null })
        {
            Refuse(row, HouseholdProblem.HeadUnknown);
            return;
        }

        if (person is not null && of is not null && person.HouseholdId != of.Id)
        {
            Refuse(row, HouseholdProblem.OtherHousehold);
            return;
        }

        var household = of ?? (person is null ? page.Open(row) : page.HouseholdOf(person));
        var address = row.Address is { } told ? ciphers.SealAddress(household.Id, row.Facts.RegionCode, told) : ((byte[], byte[])?)null;
        var before = (household.RegionCode, household.Street, household.People, household.Class, household.State, household.IsHelpedElsewhere, household.Latitude, household.Longitude);
        var hadAddress = household.AddressHash;
        household.Describe(row.Facts, address is { } known && (hadAddress is null || !hadAddress.SequenceEqual(known.Item2)) ? known : null, run);
        var isSame = before == (household.RegionCode, household.Street, household.People, household.Class, household.State, household.IsHelpedElsewhere, household.Latitude, household.Longitude)
            && ReferenceEquals(hadAddress, household.AddressHash);

        if (person is null)
        {
            page.Join(household, row);
            Counts = Counts with { Added = Counts.Added + 1 };
            return;
        }

        var labels = person.Labels;
        page.Identify(person, row);
        person.Count(row.Labels, row.IsHead && of is null);
        if (isSame && labels == person.Labels) Counts = Counts with { Unchanged = Counts.Unchanged + 1 };
        else Counts = Counts with { Changed = Counts.Changed + 1 };
    }

    private void Refuse(HouseholdRow row, HouseholdProblem problem) => report.Add(new ImportFault(row.Number, null, problem));
}
