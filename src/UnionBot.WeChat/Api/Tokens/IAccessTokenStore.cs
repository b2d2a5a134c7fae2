namespace UnionBot.WeChat.Api;

/// <summary>Keeps the one token of an account for all processes that use it, in practice one row of a database.</summary>
public interface IAccessTokenStore
{
    /// <summary>What is kept now; <see cref="AccessTokenState.Empty"/> when nothing is.</summary>
    Task<AccessTokenState> ReadAsync(CancellationToken ct);

    /// <summary>Replaces what is kept if its version still is that of <paramref name="seen"/>, as one atomic step.</summary>
    /// <param name="next">Its version is ignored; the store keeps it under a new one.</param>
    /// <returns>What is kept now, with its new version; null when somebody else was faster.</returns>
    Task<AccessTokenState?> TryReplaceAsync(AccessTokenState seen, AccessTokenState next, CancellationToken ct);
}
