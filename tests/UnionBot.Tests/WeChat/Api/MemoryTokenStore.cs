using UnionBot.WeChat.Api;

namespace UnionBot.Tests.WeChat.Api;

/// <summary>The store's contract in memory; its users are told apart only by the version they saw.</summary>
internal sealed class MemoryTokenStore : IAccessTokenStore
{
    private readonly Lock _lock = new();

    public AccessTokenState State { get; set; } = AccessTokenState.Empty;

    public Task<AccessTokenState> ReadAsync(CancellationToken ct)
    {
        lock (_lock) return Task.FromResult(State);
    }

    public Task<AccessTokenState?> TryReplaceAsync(AccessTokenState seen, AccessTokenState next, CancellationToken ct)
    {
        lock (_lock)
        {
            if (State.Version != seen.Version) return Task.FromResult<AccessTokenState?>(null);

            State = next with { Version = seen.Version + 1 };
            return Task.FromResult<AccessTokenState?>(State);
        }
    }
}

/// <summary>A clock that stands where it is put; its timers run in real time.</summary>
internal sealed class MovableTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 7, 1, 4, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
