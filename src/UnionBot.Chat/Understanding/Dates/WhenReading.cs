namespace UnionBot.Chat.Understanding.Dates;

/// <summary>What <see cref="WhenReader"/> made of a text: a <see cref="Dates.When"/>, or the reason why there is none.</summary>
public sealed record WhenReading
{
    /// <summary>Null when the text gives neither a day nor a time that could be used.</summary>
    public When? When { get; init; }

    /// <summary>Null exactly when <see cref="When"/> is not.</summary>
    public NoWhen? Reason { get; init; }

    /// <summary>The words of the day that counts, or that could not be used: 下周三, 下周. Null when none was named: 过几天.</summary>
    public TextSpan? DateSpan { get; init; }

    /// <summary>The words of part and clock that count: 下午三点半. Null when none were said.</summary>
    public TextSpan? TimeSpan { get; init; }

    /// <summary>
    /// Every stretch of the text that speaks of days, times or lengths of time, in order, refused and past ones included:
    /// the numbers in them are no amounts, ordinals or addresses.
    /// </summary>
    public IReadOnlyList<TextSpan> Spans { get; init; } = [];
}
