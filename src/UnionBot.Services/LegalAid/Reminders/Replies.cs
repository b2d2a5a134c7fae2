using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Reminders;

/// <summary>Reminds of a consultation. A phone lies open on tables: nothing of topic, employer or lawyer.</summary>
/// <param name="StartsAt">UTC.</param>
/// <param name="IsTomorrow">Else it is today.</param>
/// <param name="IsOnSite">Else they are called.</param>
public sealed record BookingReminder(DateTimeOffset StartsAt, bool IsTomorrow, bool IsOnSite) : IReply, ISampled<BookingReminder>
{
    private static readonly DateTimeOffset Sample = new(2026, 1, 16, 6, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<BookingReminder> Samples => [new(Sample, true, true), new(Sample, false, false)];
}

/// <summary>The same in short fields: <c>title</c>, <c>time</c>, <c>todo</c>.</summary>
public sealed record BookingReminderNotice(DateTimeOffset StartsAt) : IReply, ISampled<BookingReminderNotice>
{
    public static IReadOnlyList<BookingReminderNotice> Samples => [new(new DateTimeOffset(2026, 1, 16, 6, 30, 0, TimeSpan.Zero))];
}
