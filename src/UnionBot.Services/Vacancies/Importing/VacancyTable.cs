using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>Writes the rows of one import, page by page, in the transaction of the import.</summary>
internal sealed class VacancyTable(
    UnionDb db, VacancyIndex index, VacancyChecks checks, VacancyCiphers ciphers, string source, DateTimeOffset now)
{
    public ImportCounts Counts { get; private set; }

    public async Task WriteAsync(IReadOnlyList<VacancyRow> rows, CancellationToken ct)
    {
        var employers = await EmployersAsync(rows, ct);
        var known = await KnownAsync(employers.Values, ct);
        var ids = new Queue<long>(await NewIdsAsync(rows.Count, ct));
        foreach (var row in rows) Take(row, employers[KeyOf(row)], known, ids);

        await db.SaveChangesAsync(ct);
        foreach (var vacancy in known.Values) db.Entry(vacancy).State = EntityState.Detached;
    }

    private void Take(VacancyRow row, Employer employer, Dictionary<VacancyKey, Vacancy> known, Queue<long> ids)
    {
        var key = new VacancyKey(employer.Id, row.Facts.Title, Convert.ToHexString(ciphers.HashOf(row.Phone)));
        var from = row.Source ?? source;
        if (!known.TryGetValue(key, out var vacancy))
        {
            var id = ids.Dequeue();
            vacancy = new Vacancy(id, employer.Id, row.Facts, ciphers.Seal(id, row.Contact, row.Phone), from, now);
            known.Add(key, vacancy);
            db.Add(vacancy);
            Counts = Counts with { Added = Counts.Added + 1 };
        }
        else if (vacancy.TryCorrect(row.Facts, from, now))
        {
            Counts = Counts with { Changed = Counts.Changed + 1 };
        }
        else
        {
            Counts = Counts with { Unchanged = Counts.Unchanged + 1 };
        }

        vacancy.Check(checks.Read(vacancy.Facts, row.Text, employer));
        vacancy.Index(index.TokensOf(vacancy.Facts));
    }

    /// <summary>The employers of the rows, those not known before made new.</summary>
    private async Task<Dictionary<(string Name, string? Code), Employer>> EmployersAsync(IReadOnlyList<VacancyRow> rows, CancellationToken ct)
    {
        var names = rows.Select(r => r.Employer).Distinct().ToArray();
        var codes = rows.Select(r => r.EmployerCode).OfType<string>().Distinct().ToArray();
        var found = await db.Employers.Where(e => names.Contains(e.Name) || (e.Code != null && codes.Contains(e.Code))).ToListAsync(ct);
        var employers = new Dictionary<(string Name, string? Code), Employer>();
        foreach (var row in rows)
        {
            if (employers.ContainsKey(KeyOf(row))) continue;

            var employer = Same(found, row);
            if (employer is null)
            {
                employer = new Employer(row.Employer, row.EmployerCode);
                db.Add(employer);
                found.Add(employer);
            }

            employer.Learn(row.EmployerCode);
            employers.Add(KeyOf(row), employer);
        }

        await db.SaveChangesAsync(ct);
        return employers;
    }

    /// <summary>By the code where both have one, else by the name.</summary>
    private static Employer? Same(List<Employer> known, VacancyRow row) =>
        known.Find(e => row.EmployerCode is not null && e.Code == row.EmployerCode)
        ?? known.Find(e => e.Name == row.Employer && (e.Code is null || row.EmployerCode is null));

    private async Task<Dictionary<VacancyKey, Vacancy>> KnownAsync(IEnumerable<Employer> employers, CancellationToken ct)
    {
        var ids = employers.Select(e => e.Id).ToArray();
        return await db.Vacancies.Where(v => ids.Contains(v.EmployerId)).ToDictionaryAsync(
            v => new VacancyKey(v.EmployerId, v.Title, Convert.ToHexString(v.ContactPhoneHash)), ct);
    }

    private Task<List<long>> NewIdsAsync(int count, CancellationToken ct) => db.Database.SqlQuery<long>(
        $"""
        SELECT nextval(pg_get_serial_sequence('vacancy', 'id')) AS "Value" FROM generate_series(1, {count})
        """).ToListAsync(ct);

    private static (string Name, string? Code) KeyOf(VacancyRow row) => (row.Employer, row.EmployerCode);

    /// <summary>What makes two rows one vacancy.</summary>
    private readonly record struct VacancyKey(long Employer, string Title, string Phone);
}
