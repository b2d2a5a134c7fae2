using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Schedule.Importing;

/// <summary>
/// Imports lawyers. A row is one already known by name and office, else a new one. The employers of a row take the place of those that
/// were known of the lawyer; a list without that column leaves them as they are, as it leaves whose lawyers they are.
/// </summary>
public sealed class LawyerImport(UnionDb db, ImportRunner runner, ImportWords words, LegalAidCiphers ciphers)
{
    public const string Kind = "lawyers";

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (_, report, stop) => TakeAsync(file, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, CancellationToken ct)
    {
        var columns = new LawyerColumns(words.Table(Kind), await OrganisationDirectory.LoadAsync(db, ct));
        var known = await db.Set<Lawyer>().ToDictionaryAsync(l => Convert.ToHexString(l.NameHash), ct);
        var served = (await db.Set<ServedEmployer>().ToListAsync(ct)).ToLookup(s => s.LawyerId);
        var (seen, added, changed, unchanged) = (new HashSet<string>(), 0, 0, 0);
        foreach (var row in Importer.Read(file, columns.All, report).Select(columns.Read))
        {
            var hash = ciphers.LawyerHash(row.Name, row.Facts.Office);
            if (!seen.Add(Convert.ToHexString(hash)))
            {
                report.Add(new ImportFault(row.Number, null, LawyerProblem.LawyerTwice));
                continue;
            }

            var isNew = !known.TryGetValue(Convert.ToHexString(hash), out var lawyer);
            lawyer ??= await AddAsync(row, hash, ct);
            var differs = (!isNew && lawyer.Describe(row.Facts)) | (row.Union is { } union && lawyer.BelongTo(union.Organisation)) | Serve(lawyer.Id, row.Employers, [.. served[lawyer.Id]]);
            if (isNew) added++;
            else if (differs) changed++;
            else unchanged++;
        }

        await db.SaveChangesAsync(ct);
        return new ImportCounts(added, changed, unchanged);
    }

    private async Task<Lawyer> AddAsync(LawyerRow row, byte[] hash, CancellationToken ct)
    {
        var id = await db.Database.SqlQuery<long>($"SELECT nextval(pg_get_serial_sequence('legal_lawyer', 'id')) AS \"Value\"").SingleAsync(ct);
        var lawyer = new Lawyer(id, ciphers.SealLawyer(id, row.Name), hash, row.Facts);
        db.Add(lawyer);
        return lawyer;
    }

    /// <param name="employers">Null when the list says nothing of them.</param>
    /// <returns>Whether anything changed.</returns>
    private bool Serve(long lawyer, IReadOnlyList<string>? employers, IReadOnlyList<ServedEmployer> before)
    {
        if (employers is null) return false;

        var now = employers.DistinctBy(EmployerName.Core).ToDictionary(name => Convert.ToHexString(ciphers.EmployerHash(name)));
        var gone = before.Where(s => !now.ContainsKey(Convert.ToHexString(s.EmployerHash))).ToList();
        var known = before.Select(s => Convert.ToHexString(s.EmployerHash)).ToHashSet();
        var news = now.Where(pair => !known.Contains(pair.Key)).Select(pair => (Hash: Convert.FromHexString(pair.Key), Name: pair.Value)).ToList();
        db.RemoveRange(gone);
        db.AddRange(news.Select(n => new ServedEmployer(lawyer, n.Hash, ciphers.SealServed(lawyer, n.Hash, n.Name))));
        return gone.Count + news.Count > 0;
    }
}

/// <summary>The columns of a list of lawyers.</summary>
internal sealed class LawyerColumns(TableWords words, OrganisationDirectory unions)
{
    private const int LongestDialect = 10;

    public static ImportTable Table { get; } = new(
        LawyerImport.Kind,
        [nameof(Name), nameof(Office), nameof(Skills), nameof(Woman), nameof(Dialects), nameof(Signs), nameof(NewForms), nameof(Modes), nameof(Employers), nameof(Union), nameof(Demo)],
        [
            (nameof(Skills), typeof(LawyerSkill)), (nameof(Woman), typeof(Mark)), (nameof(Signs), typeof(Mark)), (nameof(NewForms), typeof(Mark)),
            (nameof(Modes), typeof(ConsultationModes)), (nameof(Demo), typeof(Mark)),
        ],
        typeof(LawyerProblem));

    private ImportColumn<string> Name { get; } = words.Column(nameof(Name), ImportParsers.Text(Lawyer.LongestName), isRequired: true);

    private ImportColumn<string> Office { get; } = words.Column(nameof(Office), ImportParsers.Text(Lawyer.LongestOffice), isRequired: true);

    private ImportColumn<IReadOnlyList<LawyerSkill>> Skills { get; } = words.Choices<LawyerSkill>(nameof(Skills));

    private ImportColumn<Mark?> Woman { get; } = words.Choice<Mark>(nameof(Woman), isRequired: true);

    private ImportColumn<string[]> Dialects { get; } = words.Column(nameof(Dialects), ScheduleParsers.Names(LongestDialect));

    private ImportColumn<Mark?> Signs { get; } = words.Choice<Mark>(nameof(Signs));

    private ImportColumn<Mark?> NewForms { get; } = words.Choice<Mark>(nameof(NewForms));

    private ImportColumn<IReadOnlyList<ConsultationModes>> Modes { get; } = words.Choices<ConsultationModes>(nameof(Modes));

    private ImportColumn<string[]> Employers { get; } = words.Column(nameof(Employers), ScheduleParsers.Names(ServedEmployer.LongestName));

    private ImportColumn<long> Union { get; } = words.Column(nameof(Union), unions.Cell);

    private ImportColumn<Mark?> Demo { get; } = words.Choice<Mark>(nameof(Demo));

    public IReadOnlyList<ImportColumn> All => [Name, Office, Skills, Woman, Dialects, Signs, NewForms, Modes, Employers, Union, Demo];

    public LawyerRow Read(ImportRow row) => new(
        row.Number,
        row.Get(Name)!,
        new LawyerFacts
        {
            Office = row.Get(Office)!,
            Skills = [.. (row.Get(Skills) ?? []).Select(LawyerSkills.CodeOf)],
            Dialects = row.Get(Dialects) ?? [],
            IsWoman = row.Get(Woman) is Mark.Yes,
            Signs = row.Get(Signs) is Mark.Yes,
            NewForms = row.Get(NewForms) is Mark.Yes,
            Modes = ModesOf(row.Get(Modes), ConsultationModes.All),
            IsDemo = row.Get(Demo) is Mark.Yes,
        },
        row.Knows(Employers) ? row.Get(Employers) ?? [] : null,
        BelongsTo.Of(row, Union));

    public static ConsultationModes ModesOf(IReadOnlyList<ConsultationModes>? modes, ConsultationModes usual) =>
        modes is null ? usual : modes.Aggregate(ConsultationModes.None, (all, one) => all | one);
}

/// <param name="Employers">Null when the list has no such column; as is <paramref name="Union"/>.</param>
internal sealed record LawyerRow(int Number, string Name, LawyerFacts Facts, IReadOnlyList<string>? Employers, BelongsTo? Union);

/// <summary>What can be wrong with a row of lawyers. Worded by <c>templates/imports/lawyers.yaml</c>.</summary>
internal enum LawyerProblem
{
    LawyerTwice,
}
