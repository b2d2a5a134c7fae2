using UnionBot.Core.Imports;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Parts;

namespace UnionBot.Services.LegalAid.Schedule.Importing;

/// <summary>
/// Names the bookings that a list leaves without a lawyer. Whoever has one is neither told nor cancelled by a file: staff decide.
/// </summary>
internal static class StrandedNotice
{
    /// <param name="write">Writes what the list says, in the caller's transaction.</param>
    public static async Task<ImportCounts> AddAsync(StrandedBookings stranded, ImportReport report, Func<Task<ImportCounts>> write, CancellationToken ct)
    {
        var before = (await stranded.ReadAsync(LegalPart.Whole, ct)).Select(b => b.Id).ToHashSet();
        var counts = await write();
        string[] numbers = [.. (await stranded.ReadAsync(LegalPart.Whole, ct)).Where(b => !before.Contains(b.Id)).Select(b => b.Number)];
        if (numbers.Length > 0) report.Notice(new ImportNotice(ImportNoticeKind.StrandedBookings, numbers));
        return counts;
    }
}
