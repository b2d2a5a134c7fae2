using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.Codes;

/// <summary>
/// Issues one-time codes and checks them, on real time. Issuing only writes a row: it is sent after the commit, so a
/// turn that fails or is run again sends nothing twice.
/// </summary>
public sealed class OneTimeCodes(
    TurnDatabase turn, MembershipCiphers ciphers, MemberCiphers hashes, CodeLimits limits, TimeProvider time)
{
    private static readonly int Codes = (int)Math.Pow(10, OneTimeCode.Digits);

    /// <summary>Issues a code for the number given, whoever it belongs to.</summary>
    public async Task<CodeSending> SendAsync(PersonId person, CodePurpose purpose, MobileNumber phone, CancellationToken ct)
    {
        var (db, now, phoneHash) = (turn.Db, time.GetUtcNow(), hashes.PhoneHash(phone));
        await LockAsync(db, phoneHash, ct);
        if (await JustSentAsync(db, phoneHash, now, ct) is { } last)
            return last.PersonId == person && last.Purpose == purpose && last.Counts(now) ? CodeSending.TooSoon : CodeSending.AnotherJustSent;
        if (await AreTooManyAsync(db, person, phoneHash, now, ct)) return CodeSending.TooMany;

        // The last one counts, also when the person asked for another number before.
        foreach (var earlier in await OpenAsync(db, person, purpose, ct)) earlier.End(now);

        var id = Guid.CreateVersion7(now);
        var code = RandomNumberGenerator.GetInt32(Codes).ToString($"D{OneTimeCode.Digits}", CultureInfo.InvariantCulture);
        db.Add(new OneTimeCode(id, person, purpose, ciphers.SealCode(id, code, phone, phoneHash), now));
        return CodeSending.OnItsWay;
    }

    /// <summary>Issues another code for the number that the last one went to.</summary>
    public async Task<CodeSending> ResendAsync(PersonId person, CodePurpose purpose, CancellationToken ct) =>
        await LatestAsync(turn.Db, person, purpose, ct) is { Phone: { } phone } last
            ? await SendAsync(person, purpose, ciphers.OpenCodePhone(last.Id, phone), ct)
            : CodeSending.NoPhone;

    public async Task<CodeCheck> CheckAsync(PersonId person, CodePurpose purpose, string digits, CancellationToken ct)
    {
        var (db, now) = (turn.Db, time.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"""
            SELECT 1 FROM one_time_code
             WHERE person_id = {person.Value} AND purpose = {(short)purpose} AND ended_at IS NULL FOR UPDATE
            """, ct);
        if (await LatestAsync(db, person, purpose, ct) is not { Phone: { } sealedPhone } code || !code.Counts(now))
            return new CodeCheck.Gone();

        var phone = ciphers.OpenCodePhone(code.Id, sealedPhone);
        if (code.TryUse(ciphers.CodeHash(code.Id, digits), now)) return new CodeCheck.Right(phone);
        return code.TriesLeft > 0 ? new CodeCheck.Wrong(code.TriesLeft) : new CodeCheck.Gone();
    }

    // Two people who ask for the same number at once are counted one after the other.
    private static Task<int> LockAsync(UnionDb db, byte[] phoneHash, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"SELECT pg_advisory_xact_lock({BinaryPrimitives.ReadInt64BigEndian(phoneHash)})", ct);

    private static Task<OneTimeCode?> JustSentAsync(UnionDb db, byte[] phoneHash, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - CodeLimits.Pause;
        return db.OneTimeCodes.AsNoTracking()
            .Where(c => c.PhoneHash == phoneHash && c.CreatedAt > since)
            .OrderByDescending(c => c.CreatedAt)
            .FirstOrDefaultAsync(ct);
    }

    private async Task<bool> AreTooManyAsync(
        UnionDb db, PersonId person, byte[] phoneHash, DateTimeOffset now, CancellationToken ct)
    {
        var (day, hour) = (now.AddDays(-1), now.AddHours(-1));
        return await db.OneTimeCodes.CountAsync(c => c.PhoneHash == phoneHash && c.CreatedAt > day, ct) >= limits.PerPhoneAndDay
            || await db.OneTimeCodes.CountAsync(c => c.PersonId == person && c.CreatedAt > hour, ct) >= limits.PerPersonAndHour;
    }

    private static Task<List<OneTimeCode>> OpenAsync(
        UnionDb db, PersonId person, CodePurpose purpose, CancellationToken ct) =>
        db.OneTimeCodes.Where(c => c.PersonId == person && c.Purpose == purpose && c.EndedAt == null).ToListAsync(ct);

    private static Task<OneTimeCode?> LatestAsync(
        UnionDb db, PersonId person, CodePurpose purpose, CancellationToken ct) =>
        db.OneTimeCodes
            .Where(c => c.PersonId == person && c.Purpose == purpose && c.EndedAt == null)
            .OrderByDescending(c => c.CreatedAt)
            .FirstOrDefaultAsync(ct);
}
