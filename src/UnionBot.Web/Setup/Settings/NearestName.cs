namespace UnionBot.Web.Setup.Settings;

/// <summary>Finds the known name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    /// <returns>Null when none is near: of three letters two at most may be right by chance.</returns>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        var (name, slips) = known.Select(name => (name, slips: Slips(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .MinBy(candidate => candidate.slips);
        return name is not null && slips * 2 <= Math.Min(typed.Length, name.Length) ? name : null;
    }

    /// <summary>How many letters were put in, left out or exchanged (the distance of Levenshtein).</summary>
    private static int Slips(string typed, string name)
    {
        var row = Enumerable.Range(0, name.Length + 1).ToArray();
        for (var i = 1; i <= typed.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var exchanged = diagonal + (typed[i - 1] == name[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
