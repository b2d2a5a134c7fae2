using System.Globalization;
using System.Security.Cryptography;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Tokens;

/// <summary>
/// Issues and checks access tokens by real time. The two ways of getting one are apart: a token of the one never ends a
/// token of the other.
/// </summary>
internal sealed class TokenOffice
{
    private const string Plain = "token";
    private const string Stable = "stable_token";
    private const int Lifetime = 7_200;
    private const int Overlap = 300;
    private const int ForcedPerDay = 20;
    private const int ForcedApart = 30;

    private readonly TimeProvider _real;
    private readonly Journal _journal;
    private readonly Table<TokenPair> _pairs;

    public TokenOffice(TimeProvider real, Journal journal)
    {
        (_real, _journal) = (real, journal);
        _pairs = journal.Open<TokenPair>("tokens");
    }

    /// <summary>A new token with every call; the one before lives five minutes more.</summary>
    public IssuedToken IssuePlain()
    {
        lock (_journal.Gate) return Renew(Plain, Pair(Plain));
    }

    /// <summary>The same token until five minutes before its end.</summary>
    public IssuedToken IssueStable(bool force)
    {
        lock (_journal.Gate)
        {
            var pair = Pair(Stable);
            if (force && Now - pair.ForcedAt >= ForcedApart) return Force(pair);

            return pair.Current is { } current && current.ExpiresAt - Now > Overlap ? current : Renew(Stable, pair);
        }
    }

    public int SecondsLeft(IssuedToken token) => (int)(token.ExpiresAt - Now);

    /// <exception cref="PlatformRefusal">41001 without a token, 42001 with one that ended by age, 40001 with any
    /// other.</exception>
    public void Check(string token)
    {
        if (token.Length == 0) throw new PlatformRefusal(41001, "access_token missing");

        var known = new[] { Pair(Plain), Pair(Stable) }
            .SelectMany(pair => new[] { pair.Current, pair.Previous })
            .FirstOrDefault(issued => issued?.Value == token);

        if (known is null)
            throw new PlatformRefusal(40001, "invalid credential, access_token is invalid or not latest");
        if (known.ExpiresAt <= Now) throw new PlatformRefusal(42001, "access_token expired");
    }

    /// <summary>Ends every token at once, as an administrator who resets the secret does.</summary>
    /// <param name="byAge">true: calls are answered 42001; false: 40001.</param>
    public void ExpireAll(bool byAge)
    {
        lock (_journal.Gate)
        {
            foreach (var way in new[] { Plain, Stable })
            {
                var pair = Pair(way);
                var ended = pair.Current is { } current && byAge ? current with { ExpiresAt = Now } : null;
                _pairs.Put(way, pair with { Current = ended, Previous = null });
            }
        }
    }

    private long Now => _real.GetUtcNow().ToUnixTimeSeconds();

    private TokenPair Pair(string way) => _pairs.Find(way) ?? new TokenPair(null, null);

    private IssuedToken Force(TokenPair pair)
    {
        var today = _real.GetUtcNow().ToOffset(SandboxClock.China).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var count = pair.ForcedOn == today ? pair.ForcedCount : 0;
        if (count >= ForcedPerDay) throw new PlatformRefusal(45009, "reach max api daily quota limit of force_refresh");

        var fresh = NewToken();
        _pairs.Put(Stable, new TokenPair(fresh, null, today, count + 1, Now));
        return fresh;
    }

    private IssuedToken Renew(string way, TokenPair pair)
    {
        var fresh = NewToken();
        var old = pair.Current is { } current
            ? current with { ExpiresAt = Math.Min(current.ExpiresAt, Now + Overlap) }
            : null;
        _pairs.Put(way, pair with { Current = fresh, Previous = old });
        return fresh;
    }

    private IssuedToken NewToken()
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return new IssuedToken("98_" + RandomNumberGenerator.GetString(alphabet, 154), Now, Now + Lifetime);
    }
}
