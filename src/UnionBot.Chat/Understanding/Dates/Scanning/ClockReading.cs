using UnionBot.Chat.Understanding.Dates.Times;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>A clock time found in the text; with an end when both share one 点: 两到四点.</summary>
internal readonly record struct ClockReading(Clock Start, Clock? End, bool IsApproximate);
