using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Core.Calendar;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <content>Offers times, by the limits that run, and keeps the one that is chosen.</content>
internal sealed partial class BookConsultation
{
    /// <summary>What limits run is said once, in front of the times; a near one is known to staff at once.</summary>
    private async Task<Turn> OfferAsync(BookingDraft draft, Input input, CancellationToken ct, params IReply[] before)
    {
        var today = UnionCalendar.DayOf(input.At);
        var limits = deadlines.Find(draft.Facts.Topics, draft.Facts.Events, draft.Facts.IsEmployed);
        var urgency = limits.Select(l => l.UrgencyOn(today)).DefaultIfEmpty(Urgency.Later).Max();
        var (next, note) = draft.Has(Said.Deadline) ? (draft, null) : (draft.With(Said.Deadline), DeadlineNote.Of(draft.Facts, limits, today));
        IReply[] said = note is null ? before : [.. before, note];

        var turn = await ShowTimesAsync(next, urgency is Urgency.Urgent, input, said, ct);
        var isNew = urgency is Urgency.Urgent && !draft.Has(Said.Urgent);
        return isNew ? turn with { Effects = [.. turn.Effects, new Effect.HandOver(CaseKinds.Urgent) { Within = StaffCallWithin }] } : turn;
    }

    private async Task<Turn> ShowTimesAsync(BookingDraft draft, bool isUrgent, Input input, IReply[] before, CancellationToken ct)
    {
        if (isUrgent) draft = draft.With(Said.Urgent);
        var offer = await desk.OfferAsync(TimeWish.Of(draft.Facts, draft.When, isUrgent, draft.Seen), input.At, ct);
        var next = draft with { Slots = offer.Slots, Note = offer.Note, Held = null, Seen = [.. draft.Seen, .. offer.Slots.Select(s => s.Key)] };

        // A time that was named and is free is kept at once: 周五下午吧.
        return draft.When is not null && offer is { IsExact: true, Slots: [var first, ..] }
            ? await HoldAsync(next, first, input, before, ct)
            : Ask("slot", next, before);
    }

    private async Task<Turn> TakeSlotAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (Photo("slot", draft, input) is { } kept) return kept;
        if (Choice.Read(input.Text, draft.Slots.Count) is { } chosen) return await HoldAsync(draft, draft.Slots[chosen], input, [], ct);

        var read = reader.Read(input.Text, input.At, draft.Facts);
        if (draft.Slots is [var only] && YesNo.Read(input.Text) is true) return await HoldAsync(draft, only, input, [], ct);
        if (read.Has(IntakeCue.Wait)) return await WaitAsync(draft, input, ct);
        if (WishesTime(draft, read)) return await SearchAsync(draft, read, input, ct);
        if (read.Has(IntakeCue.Any) && draft.Slots is [var first, ..]) return await HoldAsync(draft, first, input, [], ct);
        if (read.Has(IntakeCue.More)) return await OfferAsync(draft with { When = null }, input, ct);
        if (StoryTelling.IsOnlyStory(draft, read, input)) return await CollectAsync(draft, read, input, ct);
        return story.Tells(draft, read, input) ? await HearAsync(story.Told(draft, read, input) with { Seen = [] }, read, input, ct) : Again();
    }

    /// <summary>Another time, another way, another lawyer.</summary>
    private static bool WishesTime(BookingDraft draft, ReadIntake read) => read.When is not null || read.WhyNoWhen is not null
        || read.Facts.Mode != draft.Facts.Mode || read.Facts.Wish != draft.Facts.Wish || read.Facts.Lawyer != draft.Facts.Lawyer;

    private async Task<Turn> SearchAsync(BookingDraft draft, ReadIntake read, Input input, CancellationToken ct)
    {
        if (read is { When: null, WhyNoWhen: { } why }) return Ask("slot", draft, new NoSuchTime(why is NoWhen.Past, why is NoWhen.Vague));

        // 14:30 among those shown is one of them.
        var next = draft with { Facts = read.Facts, When = read.When ?? draft.When, Seen = [] };
        return SlotTimes.Among(draft.Slots, read.When) is { } shown ? await HoldAsync(next, shown, input, [], ct) : await OfferAsync(next, input, ct);
    }

    private async Task<Turn> HoldAsync(BookingDraft draft, OfferedSlot slot, Input input, IReply[] before, CancellationToken ct)
    {
        var outcome = await desk.HoldAsync(input.From.Id, slot, PurposeOf(draft), ct);
        return outcome.Held is { } held
            ? Ask("confirm", draft with { Held = slot, Hold = held.Hold, HeldUntil = held.Until, Phone = story.PhoneIn(input) ?? draft.Phone }, before)
            : await RefusedAsync(draft, outcome.Refusal, input, before, ct);
    }

    private static HoldPurpose PurposeOf(BookingDraft draft) => new(draft.Has(Said.Urgent), draft.Facts.ForWhom is not null);

    private async Task<Turn> RefusedAsync(BookingDraft draft, BookingRefusal? refusal, Input input, IReply[] before, CancellationToken ct) => refusal switch
    {
        BookingRefusal.HasOpenBooking => Done([.. before, new HasBooking()]),
        BookingRefusal.HadEnough => Done([.. before, new HadEnough()]) with { Effects = [new Effect.HandOver(CaseKinds.Lawyer)] },
        _ => await GoneAsync(draft, input, before, ct),
    };

    /// <summary>Somebody else was quicker: the next three.</summary>
    private async Task<Turn> GoneAsync(BookingDraft draft, Input input, IReply[] before, CancellationToken ct) =>
        await OfferAsync(draft with { When = null, Seen = [], Held = null }, input, ct, [.. before, new SlotIsGone()]);

    private async Task<Turn> WaitAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        await desk.WaitAsync(input.From.Id, TimeWish.Of(draft.Facts, draft.When, draft.Has(Said.Urgent), []), draft with { Slots = [], Seen = [] }, ct);
        return Done(new PutOnWaitingList());
    }

    private static IReply Offered(BookingDraft draft) => draft.Slots.Count > 0 ? OfferSlots.Of(draft) : new NoSlots();
}
