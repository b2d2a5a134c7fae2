using UnionBot.Core.Audit;

namespace UnionBot.Core.Imports;

/// <summary>Who imports, and how.</summary>
/// <param name="IsDryRun">Everything is read and checked, nothing is kept.</param>
/// <param name="OnFault">Is told every fault at once; null when the report is enough.</param>
public sealed record ImportRequest(AuditActor Who, bool IsDryRun = false, Action<ImportFault>? OnFault = null);

/// <summary>How many rows were new, differed from what was there, or were there already.</summary>
public readonly record struct ImportCounts(int Added, int Changed, int Unchanged);

/// <summary>What became of an import.</summary>
/// <param name="Counts">What was kept, or in a dry run would have been; of no meaning when there are faults.</param>
/// <param name="DoneBefore">When the very same file was imported before, the moment (UTC); then nothing was read.</param>
public sealed record ImportOutcome(ImportReport Report, ImportCounts Counts, DateTimeOffset? DoneBefore)
{
    /// <summary>False when nothing was or could be kept.</summary>
    public bool IsGood => Report.IsClean && DoneBefore is null;
}
