using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Times;
using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>A stretch of the text that matters for days and times.</summary>
internal abstract record Token(int Start, int End)
{
    public TextSpan Span => new(Start, End - Start);

    /// <summary>Null when the words belong to the token before: the part in 明早.</summary>
    public TextSpan? SpanOrNull => End > Start ? Span : null;
}

/// <summary>The words of one day.</summary>
internal sealed record DayToken(DayPhrase Phrase, int Start, int End) : Token(Start, End);

/// <summary>The words of a part of the day, a clock time, or both.</summary>
internal sealed record TimeToken(TimePhrase Phrase, int Start, int End) : Token(Start, End);

/// <summary>A length of time, or another number that is no day: 三个月, 15日内.</summary>
internal sealed record LengthToken(int Start, int End) : Token(Start, End);

/// <summary>A word that tells how days and times belong together.</summary>
internal sealed record MarkToken(Mark Mark, int Start, int End) : Token(Start, End);

/// <summary>The end of a clause: a comma, a full stop.</summary>
internal sealed record ClauseEnd(int Start, int End) : Token(Start, End);
