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

/// <inheritdoc cref="IConsultationDesk"/>
internal sealed class ConsultationDesk(
    TurnDatabase turn, IConsultations consultations, TimeFinder finder, EmployerConflicts conflicts, RegionBook regions) : IConsultationDesk
{
    /// <summary>Names what people agree to when they say yes to a time: what they told is kept for the lawyer, and they are reminded.</summary>
    private const string Consent = "legal-aid/2026-11";

    private const string AnyTopic = "other";

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

    public Task<HoldOutcome> HoldAsync(PersonId person, OfferedSlot slot, HoldPurpose purpose, CancellationToken ct) =>
        consultations.HoldAsync(person, SlotKey.Read(slot), purpose, ct);

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
        return new ConfirmOutcome(outcome.Booking is { } known ? OwnBookings.Show(known) : null, outcome.Refusal);
    }

    public async Task<FreedTime?> FreedAsync(PersonId person, CancellationToken ct) =>
        await consultations.OfferedAsync(person, ct) is { } held ? new FreedTime(held.Hold, SlotKey.Show(held.Slot), held.Until) : null;

    public async Task WaitAsync(PersonId person, TimeWish wish, CancellationToken ct)
    {
        var except = await conflicts.LawyersOfAsync(turn.Db, wish.Employer, ct);
        await consultations.WaitAsync(person, finder.Search(wish, except), ct);
    }

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
