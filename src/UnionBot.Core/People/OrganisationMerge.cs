using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>Decides for every row of a file whether it is a new union body, a known one that changed, or nothing new.</summary>
/// <param name="parentColumn">How the file heads the column of parents.</param>
internal sealed class OrganisationMerge(OrganisationDirectory known, string parentColumn, ImportReport report)
{
    private readonly HashSet<long> _taken = [];

    public ImportCounts Counts { get; private set; }

    /// <param name="newId">The id to use should it be new.</param>
    /// <returns>What to write; null when there is nothing to write or the row is bad.</returns>
    public Organisation? Take(OrganisationRow row, long newId)
    {
        if (!TryFindParent(row, out var parent)) return null;

        var namesake = known.FindBelow(parent, row.Name);
        var same = (row.Code is { } code ? known.FindByCode(code) : null) ?? namesake;
        var fault =
            same is null ? parent?.Depth + 1 > Organisation.DeepestPath ? ImportProblem.UnionTooDeep : (ImportProblem?)null :
            same.ParentId != parent?.Id ? ImportProblem.UnionMoved :
            namesake is not null && namesake != same ? ImportProblem.UnionNamesake :
            _taken.Contains(same.Id) ? ImportProblem.UnionTwice :
            null;
        if (fault is not null) return Refuse(row, null, fault.Value);

        _taken.Add(same?.Id ?? newId);
        return same is null ? Add(row, parent, newId) : Change(row, same);
    }

    private bool TryFindParent(OrganisationRow row, out Organisation? parent)
    {
        parent = null;
        if (row.Parent is null) return true;

        var found = known.Find(row.Parent);
        if (found.Count == 1)
        {
            parent = found[0];
            return true;
        }

        Refuse(row, parentColumn, found.Count == 0 ? ImportProblem.UnionUnknown : ImportProblem.UnionAmbiguous);
        return false;
    }

    private Organisation Add(OrganisationRow row, Organisation? parent, long newId)
    {
        var added = new Organisation(newId, parent, row.Name, row.Level, row.RegionCode, row.Code);
        known.Add(added);
        Counts = Counts with { Added = Counts.Added + 1 };
        return added;
    }

    private Organisation? Change(OrganisationRow row, Organisation same)
    {
        var before = (same.Name, same.Level, same.RegionCode, same.Code);
        known.Remove(same);
        same.Correct(row.Name, row.Level, row.RegionCode, row.Code);
        known.Add(same);
        if (before == (same.Name, same.Level, same.RegionCode, same.Code))
        {
            Counts = Counts with { Unchanged = Counts.Unchanged + 1 };
            return null;
        }

        Counts = Counts with { Changed = Counts.Changed + 1 };
        return same;
    }

    private Organisation? Refuse(OrganisationRow row, string? column, ImportReason reason)
    {
        report.Add(new ImportFault(row.Number, column, reason));
        return null;
    }
}
