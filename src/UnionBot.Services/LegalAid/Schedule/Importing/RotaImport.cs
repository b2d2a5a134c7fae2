using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.Schedule.Importing;

/// <summary>Imports the weekly rota. The rows of a lawyer take the place of all that was known of that lawyer's weeks.</summary>
public sealed class RotaImport(UnionDb db, ImportRunner runner, ImportWords words, LegalAidCiphers ciphers, StrandedBookings stranded, BusinessClock clock)
{
    public const string Kind = "legal-rota";

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (_, report, stop) => TakeAsync(file, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(clock.GetUtcNow());
        var columns = new RotaColumns(words.Table(Kind), await db.Set<Site>().ToDictionaryAsync(s => s.Name, s => s.Id, ct), today);
        var lawyers = await LawyerDirectory.LoadAsync(db, ciphers, ct);
        var blocks = new List<RotaBlock>();
        foreach (var row in Importer.Read(file, columns.All, report).Select(columns.Read))
        {
            if (BlocksOf(row, lawyers, blocks, out var problem) is { } found) blocks.AddRange(found);
            else report.Add(new ImportFault(row.Number, null, problem!));
        }

        return await StrandedNotice.AddAsync(stranded, report, () => ReplaceAsync(blocks, ct), ct);
    }

    private static RotaBlock[]? BlocksOf(RotaRow row, LawyerDirectory lawyers, List<RotaBlock> before, out Enum? problem)
    {
        var found = lawyers.Find(row.Lawyer, row.Office);
        var modes = row.Modes ?? (row.Site is null ? ConsultationModes.Phone : ConsultationModes.All);
        problem =
            found.Count == 0 ? RotaProblem.LawyerUnknown :
            found.Count > 1 ? RotaProblem.LawyerAmbiguous :
            row.StartsAt >= row.EndsAt || row.Until < row.From ? RotaProblem.Reversed :
            row.Site is null && modes.HasFlag(ConsultationModes.OnSite) ? RotaProblem.NeedsSite :
            null;
        if (problem is not null) return null;

        RotaBlock[] blocks = [.. row.Weekdays.Distinct().Select(day => new RotaBlock(found[0], day, row.StartsAt, row.EndsAt, row.Site, modes, row.From, row.Until))];
        problem = blocks.Any(b => before.Exists(o => Meet(b, o))) ? RotaProblem.BlocksMeet : null;
        return problem is null ? blocks : null;
    }

    private static bool Meet(RotaBlock one, RotaBlock other) =>
        one.LawyerId == other.LawyerId && one.Weekday == other.Weekday
        && one.StartsAt < other.EndsAt && other.StartsAt < one.EndsAt
        && (other.ValidUntil is null || one.ValidFrom <= other.ValidUntil) && (one.ValidUntil is null || other.ValidFrom <= one.ValidUntil);

    private async Task<ImportCounts> ReplaceAsync(List<RotaBlock> blocks, CancellationToken ct)
    {
        var lawyers = blocks.Select(b => b.LawyerId).ToHashSet();
        var before = await db.Set<RotaBlock>().Where(b => lawyers.Contains(b.LawyerId)).ToListAsync(ct);
        var (known, wanted) = (before.Select(KeyOf).ToHashSet(), blocks.Select(KeyOf).ToHashSet());
        var (gone, news) = (before.Where(b => !wanted.Contains(KeyOf(b))).ToList(), blocks.Where(b => !known.Contains(KeyOf(b))).ToList());
        db.RemoveRange(gone);
        await db.SaveChangesAsync(ct);
        db.AddRange(news);
        await db.SaveChangesAsync(ct);
        return new ImportCounts(news.Count, gone.Count, blocks.Count - news.Count);
    }

    private static object KeyOf(RotaBlock b) => (b.LawyerId, b.Weekday, b.StartsAt, b.EndsAt, b.SiteId, b.Modes, b.ValidFrom, b.ValidUntil);
}

/// <summary>The columns of a weekly rota.</summary>
internal sealed class RotaColumns(TableWords words, IReadOnlyDictionary<string, long> sites, DateOnly today)
{
    public static ImportTable Table { get; } = new(
        RotaImport.Kind,
        [nameof(Name), nameof(Office), nameof(Weekdays), nameof(StartsAt), nameof(EndsAt), nameof(Place), nameof(Modes), nameof(From), nameof(Until)],
        [(nameof(Weekdays), typeof(DayOfWeek)), (nameof(Modes), typeof(ConsultationModes))],
        typeof(RotaProblem));

    private ImportColumn<string> Name { get; } = words.Column(nameof(Name), ImportParsers.Text(Lawyer.LongestName), isRequired: true);

    private ImportColumn<string> Office { get; } = words.Column(nameof(Office), ImportParsers.Text(Lawyer.LongestOffice));

    private ImportColumn<IReadOnlyList<DayOfWeek>> Weekdays { get; } = words.Choices<DayOfWeek>(nameof(Weekdays), isRequired: true);

    private ImportColumn<TimeOnly?> StartsAt { get; } = words.Column(nameof(StartsAt), ScheduleParsers.Clock(RotaProblem.Clock), isRequired: true);

    private ImportColumn<TimeOnly?> EndsAt { get; } = words.Column(nameof(EndsAt), ScheduleParsers.Clock(RotaProblem.Clock), isRequired: true);

    private ImportColumn<long?> Place { get; } = words.Column(
        nameof(Place), text => sites.TryGetValue(text, out var site) ? (long?)site : ImportCell.Bad<long?>(RotaProblem.SiteUnknown));

    private ImportColumn<IReadOnlyList<ConsultationModes>> Modes { get; } = words.Choices<ConsultationModes>(nameof(Modes));

    private ImportColumn<DateOnly?> From { get; } = words.Column(nameof(From), ImportParsers.Day(today.AddYears(-5), today.AddYears(5)));

    private ImportColumn<DateOnly?> Until { get; } = words.Column(nameof(Until), ImportParsers.Day(today.AddYears(-5), today.AddYears(5)));

    public IReadOnlyList<ImportColumn> All => [Name, Office, Weekdays, StartsAt, EndsAt, Place, Modes, From, Until];

    public RotaRow Read(ImportRow row) => new(
        row.Number,
        row.Get(Name)!,
        row.Get(Office),
        row.Get(Weekdays)!,
        row.Get(StartsAt)!.Value,
        row.Get(EndsAt)!.Value,
        row.Get(Place),
        row.Has(Modes) ? LawyerColumns.ModesOf(row.Get(Modes), ConsultationModes.None) : null,
        row.Get(From) ?? today,
        row.Get(Until));
}

internal sealed record RotaRow(
    int Number, string Lawyer, string? Office, IReadOnlyList<DayOfWeek> Weekdays, TimeOnly StartsAt, TimeOnly EndsAt, long? Site, ConsultationModes? Modes, DateOnly From, DateOnly? Until);

/// <summary>What can be wrong with a row of the rota. Worded by <c>templates/imports/legal-rota.yaml</c>.</summary>
internal enum RotaProblem
{
    LawyerUnknown,
    LawyerAmbiguous,
    SiteUnknown,
    Clock,
    Reversed,
    NeedsSite,
    BlocksMeet,
}
