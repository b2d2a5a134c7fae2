using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>Who is signed in where. A session is a row, so that whoever ends it ends it at once on all hosts.</summary>
internal sealed class SignInSessions(SignInDb db, ConsoleOptions settings, TimeProvider time)
{
    /// <summary>So long the code of the second factor is awaited.</summary>
    public static readonly TimeSpan CodeAwaited = TimeSpan.FromMinutes(5);

    private const int TokenBytes = 32;

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <returns>The token for the browser's cookie; only its hash is kept.</returns>
    public async Task<string> StartAsync(long account, bool awaitsCode, string device, CancellationToken ct)
    {
        await ForgetEndedAsync(ct);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        db.Add(new SignInSession(HashOf(token), account, awaitsCode, device, time.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <returns>Null when it has ended, or never was.</returns>
    public async Task<SignInSession?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (HashOf(token), time.GetUtcNow());
        var session = await Alive(now).AsNoTracking().SingleOrDefaultAsync(s => s.Hash == hash, ct);
        if (session is not null && session.SeenAt <= now - SeenEvery)
            await db.Sessions.Where(s => s.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct);

        return session;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<SignInSession>> ListAsync(long account, CancellationToken ct) =>
        await Alive(time.GetUtcNow()).AsNoTracking()
            .Where(s => s.AccountId == account && !s.AwaitsCode).OrderByDescending(s => s.StartedAt).ToListAsync(ct);

    public async Task EndAsync(string token, CancellationToken ct)
    {
        var hash = HashOf(token);
        await db.Sessions.Where(s => s.Hash == hash).ExecuteDeleteAsync(ct);
    }

    /// <summary>Signs out everywhere.</summary>
    public Task EndAllAsync(long account, CancellationToken ct) =>
        db.Sessions.Where(s => s.AccountId == account).ExecuteDeleteAsync(ct);

    public static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token));

    private IQueryable<SignInSession> Alive(DateTimeOffset now)
    {
        var (idle, longest, code) = (now - settings.Idle, now - settings.Longest, now - CodeAwaited);
        return db.Sessions.Where(s => s.SeenAt > idle && s.StartedAt > longest && (!s.AwaitsCode || s.StartedAt > code));
    }

    private async Task ForgetEndedAsync(CancellationToken ct)
    {
        var (idle, longest) = (time.GetUtcNow() - settings.Idle, time.GetUtcNow() - settings.Longest);
        await db.Sessions.Where(s => s.SeenAt <= idle || s.StartedAt <= longest).ExecuteDeleteAsync(ct);
    }
}
