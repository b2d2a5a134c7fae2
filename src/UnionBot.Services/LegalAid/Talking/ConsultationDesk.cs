using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>
/// Consultations as the talk about a new one sees them. What it changes commits with the answer that speaks of it, or not at all; of two
/// people who want the same time the database lets one have it.
/// </summary>
internal sealed class ConsultationDesk(
    TurnDatabase turn, IConsultations consultations, TimeFinder finder, EmployerConflicts conflicts, RegionBook regions, NoticeConsents consents)
{
    /// <summary>Names what people agree to when they say yes to a time: what they told is kept for the lawyer, and they are reminded.</summary>
    private const string Consent = "legal-aid/2026-11";

    private const string AnyTopic = "other";

    /// <summary>Whether lawyers can be booked here, and whether the employer must be asked for first.</summary>
    public async Task<Practice> PracticeAsync(CancellationToken ct)
    {
        var db = turn.Db;
        return await db.Set<Lawyer>().AnyAsync(l => l.IsActive, ct)
            ? new Practice(IsOffered: true, await EmployerConflicts.AreAnyAsync(db, ct))
            : default;
    }

    public async Task<TimeOffer> OfferAsync(TimeWish wish, DateTimeOffset at, CancellationToken ct)
    {
        var db = turn.Db;
        return await finder.OfferAsync(db, wish, await conflicts.LawyersOfAsync(db, wish.Employer, ct), at, ct);
    }

    /// <summary>Keeps a time for the person, in place of one that was kept before.</summary>
    public Task<HoldOutcome> HoldAsync(PersonId person, OfferedSlot slot, HoldPurpose purpose, CancellationToken ct) =>
        consultations.HoldAsync(person, SlotKey.Read(slot), purpose, ct);

    /// <summary>Makes the kept time the person's consultation.</summary>
    /// <param name="phone">The number to call; null for the one that was confirmed before.</param>
    public async Task<ConfirmOutcome> ConfirmAsync(PersonId person, Guid hold, IntakeFacts facts, bool isUrgent, MobileNumber? phone, CancellationToken ct)
    {
        var details = new BookingDetails
        {
            Topic = facts.Topics is [var first, ..] ? first : AnyTopic,
            Told = new ToldDetails
            {
                Summary = facts.Story,
                Employer = facts.Employer,
                Relation = facts.ForWhom,
                Facts = FactsOf(facts),
                Files = facts.Papers,
            },
            RegionCode = facts.District is { } district && regions.Find(district) is [var region] ? region.Code : null,
            People = facts.People ?? 1,
            ForOther = facts.ForWhom is not null,
            IsUrgent = isUrgent,
            Phone = phone,
            ConsentVersion = Consent,
        };
        var outcome = await consultations.ConfirmAsync(person, hold, details, ct);
        return new ConfirmOutcome(outcome.Booking is { } known ? OwnBookings.Show(known) : null, outcome.Refusal, outcome.NeedsConfirming);
    }

    /// <summary>What the waiting list keeps for the person right now; null when nothing.</summary>
    public async Task<FreedTime?> FreedAsync(PersonId person, CancellationToken ct) => await consultations.OfferedAsync(person, ct) is { } freed
        ? new FreedTime(freed.Held.Hold, SlotKey.Show(freed.Held.Slot), freed.Held.Until, TalkJson.Read<BookingDraft>(freed.Told))
        : null;

    /// <summary>Asks to be told when a time becomes free. What was told is kept with it, so that nothing is asked twice.</summary>
    public async Task WaitAsync(PersonId person, TimeWish wish, BookingDraft told, CancellationToken ct)
    {
        var except = await conflicts.LawyersOfAsync(turn.Db, wish.Employer, ct);
        await consultations.WaitAsync(person, new KeptWish(finder.Search(wish, except), TalkJson.Write(told), told.Facts.Story), ct);
    }

    /// <summary>Where the person can allow one more reminder; null when one is allowed, or the account asks for none.</summary>
    public Task<string?> ReminderPageAsync(Speaker person, CancellationToken ct) =>
        consents.PageForAsync(person.Id, person.Channel, MessageKind.BookingReminder, ct);

    /// <summary>What the lawyer reads at a glance; only what was said.</summary>
    private static Dictionary<string, string> FactsOf(IntakeFacts facts)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        if (facts.Topics.Count > 1) said["topics"] = string.Join(' ', facts.Topics);
        if (facts.AmountFen is { } fen) said["amount-fen"] = fen.ToString(CultureInfo.InvariantCulture);
        if (facts.MonthsOwed is { } months) said["months-owed"] = months.ToString(CultureInfo.InvariantCulture);
        if (facts.IsEmployed is { } employed) said["employed"] = employed ? "yes" : "no";
        if (facts.Done is not StepsTaken.None) said["done"] = facts.Done.ToString();
        if (facts.Evidence is not Evidence.None) said["evidence"] = facts.Evidence.ToString();
        if (facts.Wish is not LawyerWish.None) said["wish"] = facts.Wish.ToString();
        if (facts.LivesIn is { } lives) said["lives-in"] = lives;
        if (facts.WantsRepresentation) said["representation"] = "yes";
        foreach (var told in facts.Events)
            said[$"on-{told.Event}"] = string.Create(CultureInfo.InvariantCulture, $"{told.On.First:yyyy-MM-dd} {told.On.Last:yyyy-MM-dd}");
        return said;
    }
}

/// <param name="IsOffered">Else a member of staff arranges it.</param>
/// <param name="AsksEmployer">Some lawyer serves an employer, so it must be known whose side the person is on.</param>
internal readonly record struct Practice(bool IsOffered, bool AsksEmployer);

/// <param name="Until">UTC.</param>
/// <param name="Told">What was told when they asked to wait.</param>
internal sealed record FreedTime(Guid Hold, OfferedSlot Slot, DateTimeOffset Until, BookingDraft Told);

/// <summary>Either the consultation or why there is none.</summary>
/// <param name="NeedsConfirming">Staff speak with the person before it.</param>
internal sealed record ConfirmOutcome(OwnBooking? Booking, BookingRefusal? Refusal = null, bool NeedsConfirming = false);
