using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Chat.Understanding.Dates.Words;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Calendar;

/// <summary>
/// The days of a year that have a name: festivals, solar terms (节气), 三伏. The same words as are understood in a talk, from
/// <c>understanding/dates</c>, without those that only mean a day among others (年后, 三十晚上).
/// </summary>
public sealed class NamedDays
{
    private const int MostNear = 4;

    private readonly Folding _folding;
    private readonly WordList<NamedDay> _days;
    private readonly WordSet _lunarFestivals;
    private readonly IReadOnlyList<string> _words;
    private readonly Pinyin _sounds;

    private NamedDays(Folding folding, IReadOnlyDictionary<string, NamedDay> days, WordSet lunarFestivals, Pinyin sounds)
    {
        (_folding, _days, _lunarFestivals, _sounds) = (folding, new WordList<NamedDay>(days), lunarFestivals, sounds);
        _words = [.. days.Keys.Where(word => word.Length > 1).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];
    }

    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">A file is missing or wrong.</exception>
    public static NamedDays Load(string folder)
    {
        var dates = Path.Combine(folder, "understanding", "dates");
        var file = new WordFile(DataFile.Read(Path.Combine(dates, "words.yaml")));
        var festivals = FestivalFile.Read(Path.Combine(dates, "festivals.yaml"), file.Folding, new WhenOptions());
        return new NamedDays(
            file.Folding,
            festivals.Where(f => f.Value.Use is FestivalUse.Always or FestivalUse.Careful)
                .ToDictionary(f => f.Key, f => new NamedDay(f.Value.Name, f.Value.Day), StringComparer.Ordinal),
            file.Set("lunar-festivals"),
            Pinyin.Load(Path.Combine(folder, "understanding", "words", "pinyin.txt")));
    }

    /// <summary>Full width as half width, capitals as small letters, traditional as simplified; one character stays one.</summary>
    public string Fold(string text) => _folding.Fold(text);

    /// <param name="text">Folded.</param>
    /// <returns>The length of the longest name at its beginning; 0 when there is none.</returns>
    public int Match(ReadOnlySpan<char> text, out NamedDay? day) => _days.Match(text, out day!);

    /// <summary>What somebody may mean who wrote one character of a name wrong (处署): names that sound the same, else whatever is near.</summary>
    /// <param name="text">Folded; begins with what is not known.</param>
    /// <returns>A few at most, the longest first.</returns>
    public IReadOnlyList<string> Near(string text)
    {
        string[] near = [.. _words.Where(word => word.Length <= text.Length && word.Where((c, i) => text[i] != c).Count() == 1)];
        string[] alike = [.. near.Where(word => word.Select((c, i) => _sounds.Of(c) == _sounds.Of(text[i])).All(same => same))];
        return [.. (alike.Length > 0 ? alike : near).Take(MostNear)];
    }

    /// <summary>Whether month and day in Chinese numerals without 日 are lunar by custom: 八月十五, 九月九.</summary>
    public bool IsLunarFestival(int month, int day)
    {
        var text = $"{month}-{day}";
        return _lunarFestivals.Match(text) == text.Length;
    }
}

/// <summary>A day of the year with a name.</summary>
/// <param name="Name">For a public holiday the name in the holiday schedule.</param>
public sealed record NamedDay(string Name, DayRule Rule);
