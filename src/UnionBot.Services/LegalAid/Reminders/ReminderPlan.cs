using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Reminders;

/// <summary>Puts the reminders of a booking into the ledger and takes them out again, in the transaction of what happens to it.</summary>
internal sealed class ReminderPlan(Outbox outbox, SendingRules sending, LegalAidRules rules, BusinessClock clock)
{
    public async Task AddAsync(Booking booking, CancellationToken ct)
    {
        if (booking.PersonId is not { } person) return;

        var drafts = ReminderTimes.Of(booking.StartsAt, clock.GetUtcNow(), rules, sending.Times).Select(r =>
            new OutboundDraft(person, OccasionOf(booking, r.Kind), Words(booking, r.At), r.At, booking.StartsAt)
            {
                Kind = MessageKind.BookingReminder,
                Notice = new BookingReminderNotice(booking.StartsAt),
            }).ToArray();
        if (drafts.Length > 0) await outbox.AddAsync(drafts, ct);
    }

    /// <summary>What has not begun to be sent never is.</summary>
    public async Task WithdrawAsync(Booking booking, CancellationToken ct)
    {
        if (booking.PersonId is { } person)
            await outbox.WithdrawAsync(person, [.. Enum.GetValues<ReminderKind>().Select(kind => OccasionOf(booking, kind))], ct);
    }

    private static BookingReminder Words(Booking booking, DateTimeOffset at) => new(
        booking.StartsAt, IsTomorrow: UnionCalendar.DayOf(at) != UnionCalendar.DayOf(booking.StartsAt), booking.Mode is ConsultationModes.OnSite);

    /// <summary>A booking that was moved is a new occasion.</summary>
    private static string OccasionOf(Booking booking, ReminderKind kind) => kind is ReminderKind.DayBefore
        ? string.Create(CultureInfo.InvariantCulture, $"legal-aid/reminder-day/{booking.Id:N}/{booking.Moves}")
        : string.Create(CultureInfo.InvariantCulture, $"legal-aid/reminder-hours/{booking.Id:N}/{booking.Moves}");
}
