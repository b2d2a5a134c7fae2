namespace UnionBot.Sandbox.Tokens;

/// <summary>A token; unix seconds of real time.</summary>
internal sealed record IssuedToken(string Value, long IssuedAt, long ExpiresAt);
