using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Times;

/// <summary>A part of the day, a clock time, or both, with the range they begin or end.</summary>
internal sealed record TimePhrase
{
    public PartWord? Part { get; init; }

    public Clock? Clock { get; init; }

    /// <summary>The end of a range, as said.</summary>
    public Clock? End { get; init; }

    /// <summary>The part said with <see cref="End"/>; null when it is the same part.</summary>
    public PartWord? EndPart { get; init; }

    /// <summary>左右, 来钟; 以后.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>五点之前: <see cref="Clock"/> is the end of a range without a beginning.</summary>
    public bool IsUntil { get; init; }

    /// <summary>The same time where it leaves out the part that an earlier one said, as far as the clock fits into it.</summary>
    public TimePhrase Behind(TimePhrase earlier)
    {
        if (Clock is null || Part is not null || earlier.Part is not { } part) return this;
        var fits = TimeOfDay.Of(this with { Part = part, End = null })?.IsInItsPart ?? false;
        return fits ? this with { Part = part } : this;
    }
}
