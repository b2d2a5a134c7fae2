using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Schedule.Importing;

/// <summary>Finds lawyers by their names, as lists write them.</summary>
internal sealed class LawyerDirectory
{
    private readonly ILookup<string, Lawyer> _byName;

    private LawyerDirectory(ILookup<string, Lawyer> byName) => _byName = byName;

    public static async Task<LawyerDirectory> LoadAsync(UnionDb db, LegalAidCiphers ciphers, CancellationToken ct)
    {
        var all = await db.Set<Lawyer>().AsNoTracking().Where(l => l.IsActive).ToListAsync(ct);
        return new LawyerDirectory(all.ToLookup(l => ciphers.OpenLawyer(l.Id, l.Name), StringComparer.Ordinal));
    }

    /// <param name="office">Null when the list does not name it.</param>
    public IReadOnlyList<long> Find(string name, string? office) =>
        [.. _byName[name].Where(l => office is null || l.Office == office).Select(l => l.Id)];
}
