namespace UnionBot.Core.Messaging.Mass;

/// <summary>Who is meant by something that goes to many.</summary>
/// <param name="Kind">What it is: decides what may hold it back, as of every message.</param>
/// <param name="People">
/// A query with the columns <c>person_id bigint, route smallint, reason smallint</c>, each person once: by which way
/// (<see cref="SendRoute"/>), and why they are left out all the same (<see cref="WithheldReason"/>; null when they are not).
/// </param>
public sealed record MassAudience(int BroadcastId, MessageKind Kind, FormattableString People);

/// <summary>How many were written down.</summary>
/// <param name="Withheld">Of them, left out from the beginning.</param>
public sealed record FrozenAudience(long People, long Withheld);
