using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>周五不行了，下周一上午: the consultation to come is moved to one of three times, in one step or not at all.</summary>
internal sealed class ChangeBooking(OwnBookings bookings, IIntakeReader reader, MissingBooking missing) : Dialog<ChangeBooking.Draft>
{
    public const string DialogName = "legal-aid/change";

    public sealed record Draft(IReadOnlyList<OwnBooking> Open, OwnBooking? Booking = null)
    {
        public IReadOnlyList<OfferedSlot> Slots { get; init; } = [];

        public IReadOnlyList<string> Seen { get; init; } = [];

        public OfferNote Note { get; init; }

        public When? When { get; init; }

        public ConsultMode? Mode { get; init; }

        public LawyerWish Lawyer { get; init; }
    }

    public override string Name => DialogName;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["which"] = new(draft => new WhichBooking(draft.Open), TakeWhichAsync),
        ["time"] = new(draft => draft.Booking is { } old ? new AskNewTime(old.Slot) : null, TakeTimeAsync),
        ["slot"] = new(Offered, TakeSlotAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var open = await bookings.OpenAsync(input.From.Id, ct);
        var named = BookingKey.In(input.Key) is { } id ? open.Where(b => b.Id == id).ToList() : open;
        return named switch
        {
            [] => await missing.AnswerAsync(input, ct),
            [var only] when SaysTime(new Draft(open), input) => await OfferAsync(Wishing(new Draft(open, only), input), input, ct),
            [{ IsDisplaced: true } displaced] => await OfferAsync(new Draft(open, displaced), input, ct),
            [var only] => Ask("time", new Draft(open, only)) with { IsPrivate = true },
            _ => Ask("which", Wishing(new Draft(open), input)) with { IsPrivate = true },
        };
    }

    private async Task<Turn> TakeWhichAsync(Draft draft, Input input, CancellationToken ct) =>
        Choice.Read(input.Text, [.. draft.Open.Select(b => b.Number)]) is { } index
            ? await OfferAsync(draft with { Booking = draft.Open[index] }, input, ct)
            : Again();

    private async Task<Turn> TakeTimeAsync(Draft draft, Input input, CancellationToken ct) =>
        SaysTime(draft, input) ? await OfferAsync(Wishing(draft, input), input, ct) : Again();

    private bool SaysTime(Draft draft, Input input) => HasAny(input) || Wishing(draft, input) is not { When: null, Mode: null, Lawyer: LawyerWish.None };

    private bool HasAny(Input input) => reader.Read(input.Text, input.At, new IntakeFacts()).Has(IntakeCue.Any);

    private async Task<Turn> TakeSlotAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (Choice.Read(input.Text, draft.Slots.Count) is { } chosen) return await MoveAsync(draft, draft.Slots[chosen], input, ct);
        if (draft.Slots is [var only] && YesNo.Read(input.Text) is true) return await MoveAsync(draft, only, input, ct);

        var read = reader.Read(input.Text, input.At, new IntakeFacts());
        if (read.Has(IntakeCue.Keep) || YesNo.Read(input.Text) is false) return Done(new BookingStays(draft.Booking!.Slot)) with { IsPrivate = true };
        if (SlotTimes.Among(draft.Slots, read.When) is { } shown) return await MoveAsync(draft, shown, input, ct);
        if (read.Has(IntakeCue.Any) && draft.Slots is [var first, ..]) return await MoveAsync(draft, first, input, ct);
        if (read.Has(IntakeCue.More)) return await OfferAsync(draft with { When = null }, input, ct);

        return read.When is null && read.Facts is { Mode: null, Wish: LawyerWish.None } ? Again() : await OfferAsync(Wishing(draft, input) with { Seen = [] }, input, ct);
    }

    /// <summary>What is wanted now: 周五不行了 is refused by the reader of dates.</summary>
    private Draft Wishing(Draft draft, Input input)
    {
        var read = reader.Read(input.Text, input.At, new IntakeFacts());
        return draft with
        {
            When = read.When ?? draft.When,
            Mode = read.Facts.Mode ?? draft.Mode,
            Lawyer = draft.Lawyer | read.Facts.Wish,
        };
    }

    private async Task<Turn> OfferAsync(Draft draft, Input input, CancellationToken ct, params IReply[] before)
    {
        var wish = new TimeWish(draft.When, draft.Mode ?? draft.Booking!.Slot.Mode, District: null, draft.Lawyer, Dialect: null, LawyerName: null, Employer: null, IsUrgent: false, IsGroup: false, Topic: null, draft.Seen);
        var offer = await bookings.OfferAsync(input.From.Id, draft.Booking!.Key, wish, input.At, ct);
        var next = draft with { Slots = offer.Slots, Note = offer.Note, Seen = [.. draft.Seen, .. offer.Slots.Select(s => s.Key)] };
        return Ask("slot", next, before) with { IsPrivate = true };
    }

    private async Task<Turn> MoveAsync(Draft draft, OfferedSlot slot, Input input, CancellationToken ct)
    {
        if (await bookings.MoveAsync(input.From.Id, draft.Booking!.Key, slot, ct) is { } moved) return Done(new Moved(moved)) with { IsPrivate = true };

        // Its time may be over since it was asked, or somebody else cancelled it.
        var isOpen = (await bookings.OpenAsync(input.From.Id, ct)).Any(b => b.Id == draft.Booking.Id);
        return isOpen ? await OfferAsync(draft with { Seen = [] }, input, ct, new NotMoved(draft.Booking.Slot)) : await missing.AnswerAsync(input, ct);
    }

    private static IReply Offered(Draft draft) => draft.Slots.Count > 0 ? new OfferSlots(draft.Slots, draft.Note, IsMove: true) : new NoOtherSlots(draft.Booking!);
}
