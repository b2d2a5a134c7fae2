using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.MyData;

/// <summary>Gives people copies of what is kept about them. Made when it is taken, and kept nowhere.</summary>
public sealed class MyDataCopies(
    UnionDb db, IEnumerable<IPersonalData> parts, OneTimeCodes codes, MembershipCiphers ciphers, TimeProvider time, BusinessClock clock)
{
    private const int KeyBytes = 32;

    /// <summary>Whether a link waits for its code.</summary>
    public async Task<bool> IsOpenAsync(string token, CancellationToken ct) =>
        await FindAsync(token, ct) is { } link && link.CanBeRead(time.GetUtcNow());

    /// <summary>Gives the one reading of a link to whoever holds the code that went to the person's phone.</summary>
    /// <param name="typed">As typed; a wrong code takes one of its tries.</param>
    public async Task<MyDataReading> ReadAsync(string token, string typed, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(token, ct) is not { } link || !link.CanBeRead(time.GetUtcNow())) return new MyDataReading.LinkGone();
        if (CodeText.Digits(TextNormaliser.Normalise(typed)) is not { } digits) return new MyDataReading.NoCode();

        MyDataReading reading = await codes.CheckAsync(link.PersonId, CodePurpose.Export, digits, ct) switch
        {
            CodeCheck.Right => await GiveAsync(link, ct),
            CodeCheck.Wrong wrong => new MyDataReading.WrongCode(wrong.TriesLeft),
            _ => new MyDataReading.CodeGone(),
        };
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return reading;
    }

    /// <summary>Gives the one download of a link that has been read.</summary>
    /// <param name="key">Given by the reading.</param>
    /// <returns>Null when link or key is not right, has expired, or the copy has been taken.</returns>
    public async Task<MyDataCopy?> DownloadAsync(string token, string key, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(token, ct) is not { } link) return null;
        if (!link.TryDownload(ciphers.LinkKeyHash(key), time.GetUtcNow())) return null;

        var copy = await CopyAsync(link.PersonId, "my-data/downloaded", ct);
        await transaction.CommitAsync(ct);
        return copy;
    }

    private async Task<MyDataReading> GiveAsync(MyDataLink link, CancellationToken ct)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        link.Read(ciphers.LinkKeyHash(key), time.GetUtcNow());
        return new MyDataReading.Given(await CopyAsync(link.PersonId, "my-data/read", ct), key);
    }

    /// <summary>Copies all there is; that it was taken is in the audit.</summary>
    private async Task<MyDataCopy> CopyAsync(PersonId person, string action, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        new AuditLog(db).Add(AuditActor.Person(person), action, $"person/{person.Value}", now);
        await db.SaveChangesAsync(ct);

        var sections = new List<MyDataSection>();
        foreach (var part in parts) sections.Add(new MyDataSection(part.Section, await part.ReadAsync(person, ct)));
        return new MyDataCopy(now, sections);
    }

    private async Task<MyDataLink?> LockAsync(string token, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM my_data_link WHERE hash = {ciphers.LinkHash(token)} FOR UPDATE", ct);
        return await FindAsync(token, ct);
    }

    private Task<MyDataLink?> FindAsync(string token, CancellationToken ct)
    {
        var hash = ciphers.LinkHash(token);
        return db.MyDataLinks.SingleOrDefaultAsync(l => l.Hash == hash, ct);
    }
}
