namespace UnionBot.Chat.Understanding.Slots;

/// <summary>Reads the finest district a message names; of several the one that the person comes to.</summary>
internal sealed class DistrictReader(DistrictTable districts) : ISlotReader
{
    private const int LongestBefore = 3;
    private const char CitySuffix = '市';

    private static readonly string[] Here = ["来", "到", "现在", "在", "去", "换到", "改成", "不对", "是"];

    private static readonly string[] NotHere = ["不是", "不要", "别", "除了", "从", "原来", "以前", "老家", "不去"];

    public IReadOnlyList<string> Finds { get; } = [SlotNames.District];

    public void Read(SlotSource source, SlotSheet sheet) => sheet.Put(SlotNames.District, Find(source.Text));

    public string? Find(string text)
    {
        District? best = null;
        string? city = null;
        var bestRank = int.MinValue;
        for (var i = 0; i < text.Length;)
        {
            if (!districts.TryLongest(text.AsSpan(i), out var length, out var district))
            {
                i++;
                continue;
            }

            if (district.Name is not null)
            {
                if (district.City is null) city ??= district.Name;
                if (TryShared(text, i + length - 1, district, out var end, out var within)) (length, district) = (end - i, within);
                var rank = RankOf(district, text.AsSpan(Math.Max(0, i - LongestBefore)..i), best);
                if (rank > bestRank) (best, bestRank) = (district, rank);
            }

            i += length;
        }

        return best is not { } found ? null
            : districts.IsTwice(found.Name) && city is not null ? city + found.Name
            : found.Name;
    }

    /// <summary>青岛市北区: city and district share a character.</summary>
    /// <param name="last">Where the last character of the city stands.</param>
    private bool TryShared(string text, int last, District city, out int end, out District within)
    {
        end = last;
        within = default;
        if (city.City is not null || text[last] != CitySuffix || !districts.TryLongest(text.AsSpan(last), out var length, out within)) return false;

        end = last + length;
        return within.City == city.Name && length == within.Name.Length;
    }

    private static int RankOf(District district, ReadOnlySpan<char> before, District? best)
    {
        var rank = 0;
        if (EndsWithAny(before, NotHere)) rank -= 4;
        else if (best is not null && EndsWithAny(before, Here)) rank += 2;

        // 济南历下: the district is the finer one, unless it lies in another city.
        if (district.City is not null && (best is null || best.Value.City is null)) rank++;
        return rank;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
