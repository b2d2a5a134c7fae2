using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>Three times to choose from.</summary>
/// <param name="IsMove">They take the place of a consultation to come.</param>
public sealed record OfferSlots(IReadOnlyList<OfferedSlot> Slots, OfferNote Note, bool IsMove) : IChoiceReply, IBriefReply, ISampled<OfferSlots>
{
    public static IReadOnlyList<OfferSlots> Samples =>
    [
        new(SlotSamples.Three, OfferNote.None, IsMove: false),
        .. Enum.GetValues<OfferNote>().Select(note => new OfferSlots(SlotSamples.Three, note, IsMove: true)),
        new(SlotSamples.Three, OfferNote.None, IsMove: false) { IsBrief = true },
    ];

    /// <summary>How to choose has been said.</summary>
    public bool IsBrief { get; init; }

    public bool IsFull => Note is OfferNote.Full;

    public bool IsDayOff => Note is OfferNote.DayOff;

    public bool IsTooFar => Note is OfferNote.TooFar;

    public bool IsTooSoon => Note is OfferNote.TooSoon;

    public bool IsNoSuchLawyer => Note is OfferNote.NoSuchLawyer;

    /// <summary>Numbers choose; a time is read by the dialog.</summary>
    public IReadOnlyList<string> Choices => [.. Slots.Select(_ => "")];

    public IReply InBrief() => this with { IsBrief = true };

    public static OfferSlots Of(BookingDraft draft) => new(draft.Slots, draft.Note, IsMove: false);
}

/// <summary>Nothing is free within the time that can be booked: wait, or a person.</summary>
public sealed record NoSlots : IReply;

/// <summary>A time that was named cannot be one.</summary>
public sealed record NoSuchTime(bool IsPast, bool IsVague) : IReply, ISampled<NoSuchTime>
{
    public bool IsOther => !IsPast && !IsVague;

    public static IReadOnlyList<NoSuchTime> Samples => [new(true, false), new(false, true), new(false, false)];
}

/// <summary>A time is kept: yes makes it the person's.</summary>
/// <param name="Minutes">For so long from now.</param>
/// <param name="Others">Others on the same wish.</param>
public sealed record SlotHeld(OfferedSlot Slot, int Minutes, IReadOnlyList<OfferedSlot> Others) : IReply, ISampled<SlotHeld>
{
    /// <summary>So long a time is kept while the person says yes, in minutes.</summary>
    public const int HeldMinutes = 8;

    public static IReadOnlyList<SlotHeld> Samples => [.. SlotSamples.Three.Select(slot => new SlotHeld(slot, HeldMinutes, [])), new(SlotSamples.Three[0], HeldMinutes, SlotSamples.Three)];

    public static SlotHeld Of(OfferedSlot held, BookingDraft draft) => new(
        held, HeldMinutes, draft.When is null ? [] : [.. draft.Slots.Where(slot => slot.Key != held.Key)]);
}

/// <summary>Somebody else was quicker, or the time ran out.</summary>
public sealed record SlotIsGone : IReply;

/// <summary>The person has a consultation to come: it can be moved.</summary>
public sealed record HasBooking : IReply;

/// <summary>The person had as many consultations lately as one may have: a person looks at it.</summary>
public sealed record HadEnough : IReply;

/// <summary>The number to call.</summary>
/// <param name="IsOnsite">They come: it is only for when something changes.</param>
public sealed record AskCallBack(bool IsOnsite) : IReply, ISampled<AskCallBack>
{
    public static IReadOnlyList<AskCallBack> Samples => [new(true), new(false)];
}

/// <summary>Without a number to call, the talk is on the spot.</summary>
public sealed record WithoutPhone : IReply;

/// <summary>The consultation is the person's.</summary>
/// <param name="ReminderPage">Where one more reminder can be allowed; null where none need be.</param>
public sealed record Booked(OwnBooking Booking, bool IsInjury, bool IsPay, bool HasPhoneTail, string? ReminderPage) : IReply, ISampled<Booked>
{
    public static IReadOnlyList<Booked> Samples =>
    [
        .. SlotSamples.Three.Select((slot, i) => new Booked(new OwnBooking("0", "LA-0116-037", slot) { PhoneTail = "5521" }, i == 0, i == 1, true, null)),
        new(new OwnBooking("0", "LA-0116-038", SlotSamples.Three[0]), false, true, false, "https://gh.example/tx"),
    ];

    public static Booked Of(OwnBooking booking, IntakeFacts facts, string? reminderPage) => new(
        booking, facts.Topics.Contains("work_injury"), facts.Topics.Contains("wage_arrears"), booking.PhoneTail is not null, reminderPage);
}

/// <summary>A member of staff speaks with them before the consultation; the number of the case is said behind.</summary>
public sealed record StaffCallFirst : IReply;

/// <summary>Invented times on which templates are proved.</summary>
internal static class SlotSamples
{
    private static readonly DateTimeOffset At = new(2026, 1, 16, 6, 30, 0, TimeSpan.Zero);

    public static readonly IReadOnlyList<OfferedSlot> Three =
    [
        new("1", At, 30, ConsultMode.Phone, "王律师", IsWoman: true, Site: null, Address: null),
        new("2", At.AddDays(3), 30, ConsultMode.Onsite, "周律师", IsWoman: false, "职工服务中心", "历山路 88 号"),
        new("3", At.AddDays(4), 30, ConsultMode.Video, "李律师", IsWoman: false, Site: null, Address: null),
    ];
}
