using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>There is no consultation to come.</summary>
public sealed record NoBooking : IReply;

/// <summary>The time of the consultation is over: nothing of it can be changed, but there are new ones.</summary>
public sealed record BookingIsPast(OfferedSlot Slot) : IReply, ISampled<BookingIsPast>
{
    public static IReadOnlyList<BookingIsPast> Samples => [new(SlotSamples.Three[0])];
}

/// <summary>Whoever arranges the lawyer is told of it; the number of the case is said behind.</summary>
public sealed record ChangeIsPassedOn : IReply;

/// <summary>Which of several consultations is meant?</summary>
public sealed record WhichBooking(IReadOnlyList<OwnBooking> Bookings) : IChoiceReply, ISampled<WhichBooking>
{
    public static IReadOnlyList<WhichBooking> Samples => [new([.. SlotSamples.Three.Select((slot, i) => new OwnBooking("0", $"LA-0116-03{i}", slot))])];

    public IReadOnlyList<string> Choices => [.. Bookings.Select(b => b.Number)];
}

/// <summary>To when is the consultation to be moved?</summary>
public sealed record AskNewTime(OfferedSlot Old) : IReply, ISampled<AskNewTime>
{
    public static IReadOnlyList<AskNewTime> Samples => [new(SlotSamples.Three[0])];
}

/// <summary>Nothing else is free; what was booked stays, if it can be held.</summary>
public sealed record NoOtherSlots(OwnBooking Booking) : IReply, ISampled<NoOtherSlots>
{
    public static IReadOnlyList<NoOtherSlots> Samples => [new(Booked), new(Booked with { IsDisplaced = true })];

    private static OwnBooking Booked => new("0", "LA-0119-002", SlotSamples.Three[0]);
}

/// <summary>The consultation is at another time now.</summary>
public sealed record Moved(OwnBooking Booking) : IReply, ISampled<Moved>
{
    public static IReadOnlyList<Moved> Samples => [.. SlotSamples.Three.Select((slot, i) => new Moved(new OwnBooking("0", "LA-0119-002", slot) { PhoneTail = i == 0 ? "5521" : null }))];
}

/// <summary>The new time is gone; the old one stays.</summary>
public sealed record NotMoved(OfferedSlot Old) : IReply, ISampled<NotMoved>
{
    public static IReadOnlyList<NotMoved> Samples => [new(SlotSamples.Three[0])];
}

/// <summary>Asked where it was only guessed that a consultation is to be cancelled.</summary>
public sealed record ConfirmCancelling(OfferedSlot Slot) : IReply, ISampled<ConfirmCancelling>
{
    public static IReadOnlyList<ConfirmCancelling> Samples => [new(SlotSamples.Three[0])];
}

/// <param name="IsLate">Nobody else can have the time any more.</param>
public sealed record BookingCancelled(OfferedSlot Slot, bool IsLate) : IReply, ISampled<BookingCancelled>
{
    public static IReadOnlyList<BookingCancelled> Samples => [new(SlotSamples.Three[0], IsLate: false), new(SlotSamples.Three[1], IsLate: true)];
}

public sealed record BookingStays(OfferedSlot Slot) : IReply, ISampled<BookingStays>
{
    public static IReadOnlyList<BookingStays> Samples => [new(SlotSamples.Three[0])];
}

/// <summary>The consultations to come.</summary>
/// <param name="IsKnown">The person's phone was confirmed; else nothing is shown that somebody else could use.</param>
public sealed record ShowBookings(IReadOnlyList<OwnBooking> Bookings, bool IsKnown) : IReply, ISampled<ShowBookings>
{
    public static IReadOnlyList<ShowBookings> Samples => [Sample(isKnown: true), Sample(isKnown: false)];

    private static ShowBookings Sample(bool isKnown) => new([.. SlotSamples.Three.Select((slot, i) => new OwnBooking("0", $"LA-0116-03{i}", slot))], isKnown);
}

public sealed record ComingIsNoted(OfferedSlot Slot) : IReply, ISampled<ComingIsNoted>
{
    public static IReadOnlyList<ComingIsNoted> Samples => [.. SlotSamples.Three.Select(slot => new ComingIsNoted(slot))];
}

public sealed record RemindersAreOff : IReply;
