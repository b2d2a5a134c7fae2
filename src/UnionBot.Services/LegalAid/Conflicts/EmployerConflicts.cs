using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Conflicts;

/// <summary>
/// Keeps a matter from lawyers who serve the other side (律师法 §39). Employers are compared by keyed hashes; nobody is told who was kept out,
/// or that somebody was.
/// </summary>
internal sealed partial class EmployerConflicts(LegalAidCiphers ciphers)
{
    private const int ShortestName = 2;
    private const int LongestName = 40;

    /// <summary>Whether an answer to the question for the employer can be a name at all.</summary>
    public static bool MayBeName(string text) =>
        text.Length is >= ShortestName and <= LongestName && text.Any(char.IsLetter) && !Sentence().IsMatch(text);

    /// <summary>Whether any lawyer serves an employer, so that it has to be asked.</summary>
    public static Task<bool> AreAnyAsync(UnionDb db, CancellationToken ct) => db.Set<ServedEmployer>().AnyAsync(ct);

    /// <param name="employer">As it was told; null when it was not.</param>
    public async Task<IReadOnlyList<long>> LawyersOfAsync(UnionDb db, string? employer, CancellationToken ct)
    {
        if (employer is null) return [];

        var hash = ciphers.EmployerHash(employer);
        return await db.Set<ServedEmployer>().Where(s => s.EmployerHash == hash).Select(s => s.LawyerId).ToListAsync(ct);
    }

    [GeneratedRegex("[。！？!?]|了|吗|呢")]
    private static partial Regex Sentence();
}
