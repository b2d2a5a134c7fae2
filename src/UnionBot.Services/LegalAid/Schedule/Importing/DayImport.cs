using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.Schedule.Importing;

/// <summary>Imports what differs from the rota on single days: leave, closures, and hours beside the rota. What is known already stays.</summary>
public sealed class DayImport(UnionDb db, ImportRunner runner, ImportWords words, LegalAidCiphers ciphers, StrandedBookings stranded, BusinessClock clock)
{
    public const string Kind = "legal-days";

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (_, report, stop) => StrandedNotice.AddAsync(stranded, report, () => TakeAsync(file, report, stop), stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, CancellationToken ct)
    {
        var columns = new DayColumns(words.Table(Kind), await db.Set<Site>().ToDictionaryAsync(s => s.Name, s => s.Id, ct), UnionCalendar.DayOf(clock.GetUtcNow()));
        var lawyers = await LawyerDirectory.LoadAsync(db, ciphers, ct);
        var (added, rows) = (0, 0);
        foreach (var row in Importer.Read(file, columns.All, report).Select(columns.Read))
        {
            if (ProblemOf(row, lawyers) is { } problem) report.Add(new ImportFault(row.Number, null, problem));
            else (added, rows) = (added + await WriteAsync(row, row.Lawyer is null ? null : lawyers.Find(row.Lawyer, row.Office)[0], ct), rows + 1);
        }

        return new ImportCounts(added, 0, rows - Math.Min(added, rows));
    }

    private static Enum? ProblemOf(DayRow row, LawyerDirectory lawyers)
    {
        var found = row.Lawyer is null ? 1 : lawyers.Find(row.Lawyer, row.Office).Count;
        return
            found == 0 ? DayProblem.LawyerUnknown :
            found > 1 ? DayProblem.LawyerAmbiguous :
            row.Last < row.First || row.StartsAt >= row.EndsAt ? DayProblem.Reversed :
            row.Kind is not DayKind.Closure && row.Lawyer is null ? DayProblem.NeedsLawyer :
            row.Kind is DayKind.Extra && (row.StartsAt is null || row.EndsAt is null) ? DayProblem.NeedsHours :
            null;
    }

    /// <returns>How many rows were written.</returns>
    private async Task<int> WriteAsync(DayRow row, long? lawyer, CancellationToken ct)
    {
        if (row.Kind is not DayKind.Extra)
        {
            var (from, until) = (ScheduleData.Moment(row.First, row.StartsAt ?? TimeOnly.MinValue), EndOf(row));
            var site = row.Kind is DayKind.Closure ? row.Site : null;
            return await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO legal_absence (lawyer_id, site_id, starts_at, ends_at, reason)
                VALUES ({(row.Kind is DayKind.Leave ? lawyer : null)}::bigint, {site}::bigint, {from}, {until}, {row.Reason}) ON CONFLICT DO NOTHING
                """, ct);
        }

        var added = 0;
        var modes = (short)(row.Modes ?? (row.Site is null ? ConsultationModes.Phone : ConsultationModes.All));
        for (var day = row.First; day <= row.Last; day = day.AddDays(1))
        {
            added += await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO legal_extra_block (lawyer_id, day, starts_at, ends_at, site_id, modes)
                VALUES ({lawyer}, {day}, {row.StartsAt}, {row.EndsAt}, {row.Site}::bigint, {modes}) ON CONFLICT DO NOTHING
                """, ct);
        }

        return added;
    }

    /// <summary>Without hours the whole last day.</summary>
    private static DateTimeOffset EndOf(DayRow row) =>
        row.EndsAt is { } end ? ScheduleData.Moment(row.Last, end) : ScheduleData.Moment(row.Last.AddDays(1), TimeOnly.MinValue);
}

/// <summary>The columns of a list of single days.</summary>
internal sealed class DayColumns(TableWords words, IReadOnlyDictionary<string, long> sites, DateOnly today)
{
    public static ImportTable Table { get; } = new(
        DayImport.Kind,
        [nameof(What), nameof(Name), nameof(Office), nameof(Place), nameof(First), nameof(Last), nameof(StartsAt), nameof(EndsAt), nameof(Modes), nameof(Reason)],
        [(nameof(What), typeof(DayKind)), (nameof(Modes), typeof(ConsultationModes))],
        typeof(DayProblem));

    private ImportColumn<DayKind?> What { get; } = words.Choice<DayKind>(nameof(What), isRequired: true);

    private ImportColumn<string> Name { get; } = words.Column(nameof(Name), ImportParsers.Text(Lawyer.LongestName));

    private ImportColumn<string> Office { get; } = words.Column(nameof(Office), ImportParsers.Text(Lawyer.LongestOffice));

    private ImportColumn<long?> Place { get; } = words.Column(
        nameof(Place), text => sites.TryGetValue(text, out var site) ? (long?)site : ImportCell.Bad<long?>(DayProblem.SiteUnknown));

    private ImportColumn<DateOnly?> First { get; } = words.Column(nameof(First), ImportParsers.Day(today.AddYears(-1), today.AddYears(2)), isRequired: true);

    private ImportColumn<DateOnly?> Last { get; } = words.Column(nameof(Last), ImportParsers.Day(today.AddYears(-1), today.AddYears(2)));

    private ImportColumn<TimeOnly?> StartsAt { get; } = words.Column(nameof(StartsAt), ScheduleParsers.Clock(DayProblem.Clock));

    private ImportColumn<TimeOnly?> EndsAt { get; } = words.Column(nameof(EndsAt), ScheduleParsers.Clock(DayProblem.Clock));

    private ImportColumn<IReadOnlyList<ConsultationModes>> Modes { get; } = words.Choices<ConsultationModes>(nameof(Modes));

    private ImportColumn<string> Reason { get; } = words.Column(nameof(Reason), ImportParsers.Text(Absence.LongestReason));

    public IReadOnlyList<ImportColumn> All => [What, Name, Office, Place, First, Last, StartsAt, EndsAt, Modes, Reason];

    public DayRow Read(ImportRow row) => new(
        row.Number,
        row.Get(What)!.Value,
        row.Get(Name),
        row.Get(Office),
        row.Get(Place),
        row.Get(First)!.Value,
        row.Get(Last) ?? row.Get(First)!.Value,
        row.Get(StartsAt),
        row.Get(EndsAt),
        row.Has(Modes) ? LawyerColumns.ModesOf(row.Get(Modes), ConsultationModes.None) : null,
        row.Get(Reason));
}

internal sealed record DayRow(
    int Number, DayKind Kind, string? Lawyer, string? Office, long? Site, DateOnly First, DateOnly Last, TimeOnly? StartsAt, TimeOnly? EndsAt, ConsultationModes? Modes, string? Reason);

internal enum DayKind
{
    /// <summary>A lawyer is away.</summary>
    Leave,

    /// <summary>A site, or for none the whole service, is closed.</summary>
    Closure,

    /// <summary>Hours beside the rota.</summary>
    Extra,
}

/// <summary>What can be wrong with a row of single days. Worded by <c>templates/imports/legal-days.yaml</c>.</summary>
internal enum DayProblem
{
    LawyerUnknown,
    LawyerAmbiguous,
    SiteUnknown,
    Clock,
    Reversed,
    NeedsLawyer,
    NeedsHours,
}
