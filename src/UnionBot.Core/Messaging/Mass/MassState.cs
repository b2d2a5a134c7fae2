namespace UnionBot.Core.Messaging.Mass;

/// <summary>How far something is that goes to many. Stored as a number, so never reordered.</summary>
public enum MassState : short
{
    /// <summary>Who is meant is written down; nobody is told yet.</summary>
    Frozen = 0,

    /// <summary>Within its window people are told.</summary>
    Sending = 1,

    /// <summary>Staff paused it.</summary>
    Paused = 2,

    /// <summary>It stopped by itself: the platform refuses all of it, or too many fail. Staff have to look.</summary>
    Halted = 3,

    /// <summary>Staff ended it. Who was not told yet is withheld as <see cref="WithheldReason.Cancelled"/>.</summary>
    Cancelled = 4,

    /// <summary>Everybody was told, or its window has passed. Who was not told yet is <see cref="OutboundStatus.Expired"/>.</summary>
    Finished = 5,
}

/// <summary>Something that goes to many, as the ledger has it.</summary>
/// <param name="NotBefore">Null before it was started. UTC.</param>
/// <param name="BegunAt">When the first people were told; null before. UTC.</param>
/// <param name="HaltCode">The platform's errcode by which it stopped itself; 0 when too many failed; null when it did not.</param>
public sealed record MassSend(
    int BroadcastId,
    MassState State,
    DateTimeOffset? NotBefore,
    DateTimeOffset? NotAfter,
    DateTimeOffset? BegunAt,
    DateTimeOffset? EndedAt,
    int? HaltCode);
