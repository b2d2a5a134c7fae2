namespace UnionBot.Sandbox.OAuth;

/// <summary>What a code or a token of the web login stands for.</summary>
/// <param name="Follower">The follower's number.</param>
/// <param name="EndsAt">Unix seconds of real time.</param>
internal sealed record LoginGrant(int Follower, string Scope, long EndsAt, bool IsUsed = false);
