using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates;

/// <summary>
/// Reads the day and the time that somebody names in free Chinese, for an appointment or the like: the future is meant.
/// Has no state but its words, so one serves everybody at once.
/// </summary>
public sealed class WhenReader
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    private readonly DateWords _words;

    private WhenReader(DateWords words) => _words = words;

    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">A file is missing or wrong: names file, line and reason.</exception>
    public static WhenReader Load(string folder) => new(DateWords.Load(folder));

    /// <param name="text">Any text, normalised or not; the spans of the reading are places in this text.</param>
    /// <param name="now">The moment it was written; days are counted in China, whatever the offset.</param>
    public WhenReading Read(string text, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.ToOffset(ChinaOffset).DateTime);
        for (var at = 0; at < text.Length; at++)
        {
            var length = _words.Days.Match(text.AsSpan(at), out var days);
            if (length == 0) continue;

            var span = new TextSpan(at, length);
            return days < 0
                ? new WhenReading { Reason = NoWhen.Past, DateSpan = span, Spans = [span] }
                : new WhenReading { When = new When(today.AddDays(days), null, null), DateSpan = span, Spans = [span] };
        }

        return new WhenReading { Reason = NoWhen.None };
    }
}
