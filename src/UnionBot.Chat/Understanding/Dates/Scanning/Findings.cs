using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Times;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>The tokens found so far, in order.</summary>
internal sealed class Findings
{
    private readonly List<Token> _tokens = [];

    public IReadOnlyList<Token> Tokens => _tokens;

    public Token? Last => _tokens.Count > 0 ? _tokens[^1] : null;

    public void Day(DayPhrase phrase, int start, int end) => _tokens.Add(new DayToken(phrase, start, end));

    public void Time(TimePhrase phrase, int start, int end) => _tokens.Add(new TimeToken(phrase, start, end));

    public void Length(int start, int end) => _tokens.Add(new LengthToken(start, end));

    public void Mark(Mark mark, int start, int end) => _tokens.Add(new MarkToken(mark, start, end));

    public void ClauseEnd(int at) => _tokens.Add(new ClauseEnd(at, at + 1));

    /// <summary>True when the last token is a day that reaches to this place, or into the part behind it: 明早.</summary>
    public bool EndsWithDay(in Cursor cursor) =>
        Last is DayToken day && (day.End > cursor.At || cursor.Text[day.End..cursor.At].IsWhiteSpace());

    /// <summary>The first place that no token has taken, from <paramref name="at"/> on.</summary>
    public int FreeFrom(int at) => Math.Max(at, Last?.End ?? 0);
}
