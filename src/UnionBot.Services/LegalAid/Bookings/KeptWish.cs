using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>What the waiting list keeps of somebody, as one encrypted value.</summary>
/// <param name="Times">Which times would do.</param>
/// <param name="Told">What was told, as the talk keeps it; it is read by the talk alone.</param>
/// <param name="Summary">The same in the worker's words, for themselves; "" when there are none.</param>
public sealed record KeptWish(SlotWish Times, string Told, string Summary = "");

/// <summary>What the waiting list keeps for somebody right now.</summary>
/// <param name="Told">As in <see cref="KeptWish"/>.</param>
public sealed record FreedSlot(HeldSlot Held, string Told);
