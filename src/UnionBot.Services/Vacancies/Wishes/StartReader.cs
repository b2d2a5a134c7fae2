using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Core.Calendar;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads how soon a worker can start: 明天就能上班, 随时到岗. Words from <c>vacancies/start.yaml</c>.</summary>
internal sealed class StartReader
{
    /// <summary>So far the word for work may stand behind the day, in characters.</summary>
    private const int LongestGap = 6;

    private readonly TraitWords _traits;
    private readonly string[] _atOnce;
    private readonly string[] _may;
    private readonly WordFinder<string> _work;

    private StartReader(TraitWords traits, string[] atOnce, string[] may, string[] work) => (_traits, _atOnce, _may, _work) =
        (traits, atOnce, may, new WordFinder<string>(work.Select(word => KeyValuePair.Create(word, word))));

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static StartReader Load(DataFolder folder, TraitWords traits)
    {
        var lists = DataFile.Read(folder.Understanding("vacancies", "start.yaml")).Sections("at-once", "may", "work")
            .Select(list => list.Words().Select(w => w.Word).ToArray())
            .ToList();
        return new StartReader(traits, lists[0], lists[1], lists[2]);
    }

    /// <param name="message">As it was written.</param>
    /// <param name="when">What it says of days.</param>
    /// <returns>The first day, in China; null when nothing is said of it.</returns>
    public DateOnly? Read(string message, WhenReading when, DateTimeOffset at)
    {
        if (Array.Exists(_atOnce, word => message.Contains(word, StringComparison.Ordinal))) return UnionCalendar.DayOf(at);

        return when is { DateSpan: { } day, When: { Date: { } date, EndDate: null } } && IsStart(message, day) ? date : null;
    }

    /// <summary>下周一就能上班; but 周末能上班 speaks of the shift.</summary>
    private bool IsStart(string message, TextSpan day)
    {
        var rest = message[day.End..];
        foreach (var work in _work.In(rest))
        {
            var gap = rest[..work.Start];
            return gap.Length <= LongestGap
                && !gap.AsSpan().ContainsAny(Clause.Ends)
                && Array.Exists(_may, word => gap.Contains(word, StringComparison.Ordinal))
                && _traits.Read(day.In(message)).Stated == VacancyTraits.None;
        }

        return false;
    }
}
