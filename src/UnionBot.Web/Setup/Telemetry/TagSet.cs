namespace UnionBot.Web.Setup.Telemetry;

/// <summary>The tags of one series, found again without making anything on the heap.</summary>
internal sealed class TagSet<TSeries>(Func<KeyValuePair<string, object?>[], TSeries> create) where TSeries : class
{
    /// <summary>More series than this come from a tag that never ends, such as an id; they are added up in one.</summary>
    public const int Most = 500;

    private static readonly KeyValuePair<string, object?>[] Overflow = [KeyValuePair.Create("overflow", (object?)"true")];

    private readonly Dictionary<int, List<(KeyValuePair<string, object?>[] Tags, TSeries Series)>> _byHash = [];
    private TSeries? _overflow;
    private int _count;

    public IEnumerable<TSeries> All => _byHash.Values.SelectMany(list => list).Select(entry => entry.Series)
        .Concat(_overflow is null ? [] : [_overflow]);

    public TSeries Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = new HashCode();
        foreach (var (key, value) in tags)
        {
            hash.Add(key);
            hash.Add(value);
        }

        var code = hash.ToHashCode();
        if (_byHash.TryGetValue(code, out var candidates))
        {
            foreach (var (known, series) in candidates)
            {
                if (AreEqual(known, tags)) return series;
            }
        }

        if (_count >= Most) return _overflow ??= create(Overflow);

        _count++;
        var added = create(tags.ToArray());
        if (candidates is null) _byHash[code] = candidates = [];
        candidates.Add((tags.ToArray(), added));
        return added;
    }

    private static bool AreEqual(KeyValuePair<string, object?>[] known, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (known.Length != tags.Length) return false;

        for (var i = 0; i < known.Length; i++)
        {
            if (known[i].Key != tags[i].Key || !Equals(known[i].Value, tags[i].Value)) return false;
        }

        return true;
    }
}
