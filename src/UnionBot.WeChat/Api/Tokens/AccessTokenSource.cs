namespace UnionBot.WeChat.Api;

/// <summary>Hands out the shared token and fetches a new one, in one process at a time, when it is needed.</summary>
internal sealed class AccessTokenSource(
    StableTokenCall fetch, IAccessTokenStore store, TimeProvider time) : IDisposable
{
    /// <summary>How long a process may take to fetch a token before another one may try.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PatienceWithOthers = 2 * Lease;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile AccessToken? _known;
    private (SendOutcome Outcome, DateTimeOffset Until)? _refusal;

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>A token that should be good.</summary>
    public ValueTask<TokenAnswer> CurrentAsync(CancellationToken ct) =>
        _known is { } token && token.ExpiresAt > time.GetUtcNow()
            ? ValueTask.FromResult(new TokenAnswer(token, null))
            : new ValueTask<TokenAnswer>(AloneAsync(null, ct));

    /// <summary>Another token than the one that the platform refused, by force only if that one is still the shared one.</summary>
    public Task<TokenAnswer> InsteadOfAsync(AccessToken failed, CancellationToken ct) => AloneAsync(failed, ct);

    private async Task<TokenAnswer> AloneAsync(AccessToken? failed, CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            var answer = await ObtainAsync(failed, ct);
            _known = answer.Token ?? _known;
            return answer;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<TokenAnswer> ObtainAsync(AccessToken? failed, CancellationToken ct)
    {
        var giveUpAt = time.GetUtcNow() + PatienceWithOthers;
        while (true)
        {
            var state = await store.ReadAsync(ct);
            var now = time.GetUtcNow();
            if (state.Token is { } token && token.ExpiresAt > now && token.Value != failed?.Value)
            {
                return new TokenAnswer(token, null);
            }

            if (state.LeasedUntil > now)
            {
                if (now > giveUpAt) return new TokenAnswer(null, ErrorTable.NoAnswer(reached: false, repeatable: true));

                await Task.Delay(Poll, time, ct);
                continue;
            }

            // Wrong credentials or an unlisted address are not cured by asking again for every message.
            if (_refusal is { } refusal && now < refusal.Until) return new TokenAnswer(null, refusal.Outcome);

            // Without force the platform would hand out the refused token again.
            var force = failed is not null && state.Token?.Value == failed.Value;
            if (force && ForceGuard.Refuse(state, now) is { } refused) return new TokenAnswer(null, refused);

            var lease = (force ? ForceGuard.Count(state, now) : state) with { LeasedUntil = now + Lease };
            if (await store.TryReplaceAsync(state, lease, ct) is { } leased) return await FetchAsync(leased, force, ct);
        }
    }

    private async Task<TokenAnswer> FetchAsync(AccessTokenState leased, bool force, CancellationToken ct)
    {
        var answer = new TokenAnswer(null, ErrorTable.NoAnswer(reached: false, repeatable: true));
        try
        {
            answer = await fetch.SendAsync(force, ct);
            _refusal = answer.Failure is { Kind: SendOutcomeKind.Misconfigured } outcome
                ? (outcome, time.GetUtcNow() + (outcome.RetryAfter ?? PauseAfterRefusal))
                : null;
            return answer;
        }
        finally
        {
            // Also when cancelled: the others must not wait for a lease that nobody uses.
            var next = leased with { LeasedUntil = null, Token = answer.Token ?? (force ? null : leased.Token) };
            await store.TryReplaceAsync(leased, next, CancellationToken.None);
        }
    }
}

/// <summary>A token, or why there is none.</summary>
internal readonly record struct TokenAnswer(AccessToken? Token, SendOutcome? Failure);
