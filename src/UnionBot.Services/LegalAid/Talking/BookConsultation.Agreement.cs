using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <content>Makes a time that is kept for somebody theirs: their yes, and the number to call.</content>
internal sealed partial class BookConsultation
{
    /// <summary>What the waiting list keeps is taken at once: what it is about was told when they asked to wait.</summary>
    private async Task<Turn> TakeFreedAsync(Input input, CancellationToken ct)
    {
        if (await desk.FreedAsync(input.From.Id, ct) is not { } freed) return Done(new FreedIsGone());

        var draft = freed.Told with { Held = freed.Slot, Hold = freed.Hold, HeldUntil = freed.Until };
        return await ConfirmAsync(draft, freed.Slot, input, ct);
    }

    private async Task<Turn> TakeConfirmAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (Photo("confirm", draft, input) is { } kept) return kept;
        if (draft.Held is not { } held) return await TakeSlotAsync(draft, input, ct);
        if (story.PhoneIn(input) is { } phone) return await ConfirmAsync(draft with { Phone = phone }, held, input, ct);
        if (YesNo.Read(input.Text) is true || NamesHeld(draft, held, input.Text)) return await ConfirmAsync(draft, held, input, ct);
        if (YesNo.Read(input.Text) is false) return await OfferAsync(draft with { Held = null, When = null }, input, ct);
        return await TakeSlotAsync(draft, input, ct);
    }

    /// <summary>1, 第一个: the number of what is kept takes it; that of another time shown with it wants that one.</summary>
    private static bool NamesHeld(BookingDraft draft, OfferedSlot held, string text) => draft.Slots.Count == 0
        ? Choice.Read(text, count: 1) is not null
        : Choice.Read(text, draft.Slots.Count) is { } chosen && draft.Slots[chosen].Key == held.Key;

    private async Task<Turn> TakePhoneAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        if (draft.Held is not { } held) return await OfferAsync(draft, input, ct);
        if (story.PhoneIn(input) is { } phone) return await ConfirmAsync(draft with { Phone = phone }, held, input, ct);

        if (YesNo.Read(input.Text) is not false && !reader.Read(input.Text, input.At, draft.Facts).Has(IntakeCue.NoPhone)) return Again();

        var without = draft with { IsWithoutPhone = true, Facts = draft.Facts with { Mode = ConsultMode.Onsite } };
        return held.IsOnsite
            ? await ConfirmAsync(without, held, input, ct)
            : await OfferAsync(without with { Held = null, Seen = [], When = null }, input, ct, new WithoutPhone());
    }

    /// <summary>A time that ran out is kept anew if nobody took it meanwhile.</summary>
    private async Task<Turn> ConfirmAsync(BookingDraft draft, OfferedSlot held, Input input, CancellationToken ct)
    {
        if (draft is { Phone: null, IsWithoutPhone: false } && input.From.Level < MemberLevel.PhoneConfirmed) return Ask("phone", draft);

        var outcome = await TryConfirmAsync(draft, input, ct);
        if (outcome.Refusal is BookingRefusal.HoldOver && await desk.HoldAsync(input.From.Id, held, PurposeOf(draft), ct) is { Held: { } anew })
            outcome = await TryConfirmAsync(draft with { Hold = anew.Hold }, input, ct);

        if (outcome.Booking is not { } booking) return await RefusedAsync(draft, outcome.Refusal, input, [], ct);

        var booked = Booked.Of(booking, draft.Facts, await desk.ReminderPageAsync(input.From, ct));
        return outcome.NeedsConfirming
            ? Done(booked, new StaffCallFirst()) with { Effects = [new Effect.HandOver(CaseKinds.Confirm) { Subject = $"booking/{booking.Number}" }] }
            : Done(booked);
    }

    private Task<ConfirmOutcome> TryConfirmAsync(BookingDraft draft, Input input, CancellationToken ct)
    {
        MobileNumber? phone = draft.Phone is { } given && MobileNumber.TryParse(given, out var number) ? number : null;
        return desk.ConfirmAsync(input.From.Id, draft.Hold, draft.Facts, draft.Has(Said.Urgent), phone, ct);
    }
}
