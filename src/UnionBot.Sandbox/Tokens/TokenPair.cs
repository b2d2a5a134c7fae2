namespace UnionBot.Sandbox.Tokens;

/// <summary>The token in force and the one before it, which lives five minutes longer.</summary>
/// <param name="ForcedOn">Day in China to which <see cref="ForcedCount"/> belongs.</param>
/// <param name="ForcedAt">Unix seconds of the last forced refresh.</param>
internal sealed record TokenPair(
    IssuedToken? Current, IssuedToken? Previous, string ForcedOn = "", int ForcedCount = 0, long ForcedAt = 0);
