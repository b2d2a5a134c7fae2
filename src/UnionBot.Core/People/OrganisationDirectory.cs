using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;

namespace UnionBot.Core.People;

/// <summary>All union bodies by code and by name, as the people who fill in tables call them.</summary>
public sealed class OrganisationDirectory
{
    private static readonly char[] Separators = ['/', '／', '\\', '>', '＞', '→'];

    private readonly Dictionary<long, Organisation> _byId = [];
    private readonly Dictionary<string, Organisation> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Organisation>> _byName = new(StringComparer.Ordinal);

    private OrganisationDirectory() { }

    /// <summary>Reads them all; a province has some 150,000.</summary>
    public static async Task<OrganisationDirectory> LoadAsync(UnionDb db, CancellationToken ct)
    {
        var directory = new OrganisationDirectory();
        await foreach (var organisation in db.Set<Organisation>().AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            directory.Add(organisation);

        return directory;
    }

    public void Add(Organisation organisation)
    {
        _byId.Add(organisation.Id, organisation);
        if (organisation.Code is { } code) _byCode.Add(code, organisation);
        if (!_byName.TryGetValue(organisation.Name, out var same)) _byName.Add(organisation.Name, same = []);
        same.Add(organisation);
    }

    /// <summary>Takes it out, so that it can be added again under a corrected name or code.</summary>
    public void Remove(Organisation organisation)
    {
        _byId.Remove(organisation.Id);
        if (organisation.Code is { } code) _byCode.Remove(code);
        _byName[organisation.Name].Remove(organisation);
    }

    /// <param name="text">A code, a name, or names from above down to it: 济南市总工会/某公司工会.</param>
    /// <returns>All that may be meant: none when unknown, several when more has to be said.</returns>
    public IReadOnlyList<Organisation> Find(string text)
    {
        if (UnionCode.TryParse(text, out var code)) return FindByCode(code) is { } found ? [found] : [];

        var names = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0 || !_byName.TryGetValue(names[^1], out var same)) return [];

        return [.. same.Where(organisation => StandsBelow(organisation, names.AsSpan(..^1)))];
    }

    /// <summary>A cell of a table that names one union body: its id.</summary>
    public ImportCell<long> Cell(string text) => Find(text) switch
    {
        [] => ImportCell.Bad<long>(ImportProblem.UnionUnknown),
        [var one] => one.Id,
        _ => ImportCell.Bad<long>(ImportProblem.UnionAmbiguous),
    };

    public Organisation? FindByCode(UnionCode code) => _byCode.GetValueOrDefault(code.Value);

    /// <returns>Null when there is none of that name directly below that parent.</returns>
    public Organisation? FindBelow(Organisation? parent, string name) =>
        _byName.GetValueOrDefault(name)?.Find(organisation => organisation.ParentId == parent?.Id);

    /// <summary>The names are those directly above, the nearest last; the upper end may be left out.</summary>
    private bool StandsBelow(Organisation organisation, ReadOnlySpan<string> names)
    {
        for (var i = names.Length - 1; i >= 0; i--)
        {
            if (organisation.ParentId is not { } parent || !_byId.TryGetValue(parent, out organisation!)) return false;
            if (organisation.Name != names[i]) return false;
        }

        return true;
    }
}
