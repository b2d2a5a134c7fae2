using System.Security.Cryptography;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.OAuth;

/// <summary>
/// Codes (five minutes, once), tokens (two hours) and refresh tokens (thirty days) of the web login, by real time.
/// </summary>
internal sealed class LoginBook
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int CodeSeconds = 300;
    private const int RefreshSeconds = 30 * 24 * 3600;

    private readonly TimeProvider _real;
    private readonly Journal _journal;
    private readonly Table<LoginGrant> _codes;
    private readonly Table<LoginGrant> _tokens;
    private readonly Table<LoginGrant> _refreshTokens;

    public LoginBook(TimeProvider real, Journal journal)
    {
        (_real, _journal) = (real, journal);
        _codes = journal.Open<LoginGrant>("login-codes");
        _tokens = journal.Open<LoginGrant>("login-tokens");
        _refreshTokens = journal.Open<LoginGrant>("login-refresh-tokens");
        foreach (var table in new[] { _codes, _tokens, _refreshTokens }) ForgetEnded(table);
    }

    public const int TokenSeconds = 7_200;

    public string NewCode(int follower, string scope) => Issue(_codes, "0", 32, follower, scope, CodeSeconds);

    public string NewToken(LoginGrant grant) => Issue(_tokens, "97_", 120, grant.Follower, grant.Scope, TokenSeconds);

    public string NewRefreshToken(LoginGrant grant) =>
        Issue(_refreshTokens, "97_", 120, grant.Follower, grant.Scope, RefreshSeconds);

    /// <exception cref="PlatformRefusal">40029 for an unknown code, 40163 for a used one, 42003 for one that
    /// ended.</exception>
    public LoginGrant UseCode(string code)
    {
        lock (_journal.Gate)
        {
            var grant = _codes.Find(code) ?? throw new PlatformRefusal(40029, "invalid code");
            if (grant.IsUsed) throw new PlatformRefusal(40163, "code been used");
            if (grant.EndsAt <= Now) throw new PlatformRefusal(42003, "code expired");

            _codes.Put(code, grant with { IsUsed = true });
            return grant;
        }
    }

    /// <exception cref="PlatformRefusal">40001 for an unknown token, 42001 for one that ended.</exception>
    public LoginGrant Check(string token)
    {
        var grant = _tokens.Find(token) ?? throw new PlatformRefusal(40001, "invalid credential");
        return grant.EndsAt > Now ? grant : throw new PlatformRefusal(42001, "access_token expired");
    }

    /// <exception cref="PlatformRefusal">40030 for an unknown refresh token, 42002 for one that ended.</exception>
    public LoginGrant CheckRefresh(string token)
    {
        var grant = _refreshTokens.Find(token) ?? throw new PlatformRefusal(40030, "invalid refresh_token");
        return grant.EndsAt > Now ? grant : throw new PlatformRefusal(42002, "refresh_token expired");
    }

    private long Now => _real.GetUtcNow().ToUnixTimeSeconds();

    private string Issue(Table<LoginGrant> table, string prefix, int length, int follower, string scope, int seconds)
    {
        var value = prefix + RandomNumberGenerator.GetString(Alphabet, length - prefix.Length);
        table.Put(value, new LoginGrant(follower, scope, Now + seconds));
        return value;
    }

    private void ForgetEnded(Table<LoginGrant> table)
    {
        foreach (var (key, grant) in table.All())
        {
            if (grant.EndsAt <= Now) table.Remove(key);
        }
    }
}
