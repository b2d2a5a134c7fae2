using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>A time that somebody waits for is free and kept for them. A phone lies open on tables: nothing of topic, employer or lawyer.</summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="IsOnSite">Else they are called.</param>
/// <param name="Minutes">For so long it is kept.</param>
/// <param name="Until">Until when it is kept; UTC.</param>
public sealed record FreedTimeOffered(DateTimeOffset StartsAt, bool IsOnSite, int Minutes, DateTimeOffset Until) : IReply, ISampled<FreedTimeOffered>
{
    private static readonly DateTimeOffset Sample = new(2026, 1, 16, 6, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<FreedTimeOffered> Samples => [new(Sample, true, 15, Sample.AddHours(-3)), new(Sample, false, 15, Sample.AddHours(-3))];
}

/// <summary>Staff had to take back the time of a booking.</summary>
/// <param name="StartsAt">The time that was booked; UTC.</param>
/// <param name="Choices">The nearest times that are free, at most three; none when nothing is.</param>
public sealed record BookingDisplaced(DateTimeOffset StartsAt, IReadOnlyList<DateTimeOffset> Choices) : IReply, ISampled<BookingDisplaced>
{
    private static readonly DateTimeOffset Sample = new(2026, 1, 16, 6, 30, 0, TimeSpan.Zero);

    public bool HasChoices => Choices.Count > 0;

    public static IReadOnlyList<BookingDisplaced> Samples => [new(Sample, [Sample.AddDays(3), Sample.AddDays(3).AddMinutes(40), Sample.AddDays(4)]), new(Sample, [])];
}

/// <summary>Staff moved or cancelled a booking after a call.</summary>
/// <param name="StartsAt">When it is now, or when it was to be; UTC.</param>
public sealed record BookingChangedByStaff(DateTimeOffset StartsAt, bool IsCancelled, bool IsOnSite) : IReply, ISampled<BookingChangedByStaff>
{
    private static readonly DateTimeOffset Sample = new(2026, 1, 16, 6, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<BookingChangedByStaff> Samples => [new(Sample, true, true), new(Sample, false, true), new(Sample, false, false)];
}

/// <summary>After a consultation somebody else goes on with the matter. A phone lies open on tables: nothing of where.</summary>
/// <param name="StartsAt">When the consultation was; UTC.</param>
public sealed record BookingGoesOn(DateTimeOffset StartsAt) : IReply, ISampled<BookingGoesOn>
{
    public static IReadOnlyList<BookingGoesOn> Samples => [new(new DateTimeOffset(2026, 1, 16, 6, 30, 0, TimeSpan.Zero))];
}

/// <summary>Called in vain.</summary>
/// <param name="IsLast">They are not called again; else they are, once.</param>
public sealed record CallWasInVain(bool IsLast) : IReply, ISampled<CallWasInVain>
{
    public static IReadOnlyList<CallWasInVain> Samples => [new(true), new(false)];
}
