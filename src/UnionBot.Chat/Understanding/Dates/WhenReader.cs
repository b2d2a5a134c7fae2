using System.Buffers;
using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Scanning;
using UnionBot.Chat.Understanding.Dates.Sentences;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates;

/// <summary>
/// Reads the day and the time that somebody names in free Chinese, for an appointment or the like: the future is meant.
/// Words are scanned to tokens, tokens put together to mentions, and of those the ones that count are decided on.
/// </summary>
public sealed class WhenReader
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    private readonly DateWords _words;
    private readonly HolidaySchedule _holidays;

    private WhenReader(DateWords words, HolidaySchedule holidays) => (_words, _holidays) = (words, holidays);

    /// <summary>Reads the words and the holiday schedules that come with the program.</summary>
    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">A file is missing or wrong: names file, line and reason.</exception>
    public static WhenReader Load(string folder, WhenOptions? options = null) =>
        new(DateWordFile.Read(folder, options ?? new WhenOptions()), HolidayFile.LoadAll(folder));

    /// <summary>The same reader with another schedule. A day that needs one of a year it lacks (国庆后第一个工作日) stays unknown.</summary>
    public WhenReader With(HolidaySchedule holidays) => new(_words, holidays);

    /// <param name="text">Any text, normalised or not; the spans of the reading are places in this text.</param>
    /// <param name="now">The moment it was written, 1903 to 2089; days are counted in China, whatever the offset.</param>
    public WhenReading Read(string text, DateTimeOffset now)
    {
        var tokens = Scan(text);
        var spans = tokens.Where(t => t is not (MarkToken or ClauseEnd) && t.End > t.Start).Select(t => t.Span).ToArray();
        if (!tokens.Any(t => t is DayToken or TimeToken)) return new WhenReading { Reason = NoWhen.None, Spans = spans };

        var moment = now.ToOffset(ChinaOffset).DateTime;
        var today = new Today(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment), _holidays);
        return Decision.On(Sentence.Of(tokens, text, today), spans, today);
    }

    private IReadOnlyList<Token> Scan(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var folded = buffer.AsSpan(0, text.Length);
        _words.Folding.Fold(text, folded);
        var tokens = Scanner.Scan(folded, _words);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        return tokens;
    }
}
