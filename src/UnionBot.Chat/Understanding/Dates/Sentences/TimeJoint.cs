using UnionBot.Chat.Understanding.Dates.Scanning;

namespace UnionBot.Chat.Understanding.Dates.Sentences;

/// <summary>Adds a time to a mention of the same clause, where it completes it.</summary>
internal static class TimeJoint
{
    /// <param name="isJoined">True when the time follows the last words of the mention directly.</param>
    /// <param name="isChoice">True when 或者 stands between.</param>
    /// <returns>False when the mention has a time of its own, to which this is another.</returns>
    public static bool TryJoin(Mention mention, TimeToken token, bool isJoined, bool isChoice)
    {
        if (mention.Time is not { } time)
        {
            (mention.Time, mention.TimeSpan) = (token.Phrase, token.SpanOrNull);
            return true;
        }

        if (isChoice) return false;

        var next = token.Phrase;
        var joined = (time.Clock, next.Clock) switch
        {
            (null, not null) when next.Part is null || next.Part == time.Part => next with { Part = time.Part },
            (not null, null) when time.Part is null && isJoined => time with { Part = next.Part },
            (not null, not null) when next.IsUntil && time.End is null && !time.IsUntil => time with { End = next.Clock, EndPart = next.Part },
            _ => null,
        };
        if (joined is null) return false;

        mention.Time = joined;
        mention.TimeSpan = isJoined && mention.TimeSpan is { } span ? new TextSpan(span.Start, token.End - span.Start) : token.Span;
        return true;
    }
}
