using Npgsql;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Web.Setup.Keys.Rotation;

/// <summary>
/// Changes the key of the encrypted columns while bots run. Every step may be the last one before a power cut: the next
/// run finds out how far it came and goes on there.
/// </summary>
internal sealed class KeyRotation(
    NpgsqlDataSource source,
    FieldCipher cipher,
    KeySource keys,
    NewKey newKey,
    KeyProofs proofs,
    RunningBots bots,
    KeyFence fence,
    Resealer resealer,
    UnionDb db,
    BusinessClock clock)
{
    private const string AloneSql = "SELECT pg_try_advisory_lock(hashtext('rotate-keys'))";

    /// <param name="tell">Takes lines for the operator.</param>
    /// <returns>Null when all is done; else what is missing, and what to do.</returns>
    public async Task<string?> RunAsync(Action<string> tell, CancellationToken ct)
    {
        await using var session = await source.OpenConnectionAsync(ct);
        await using var alone = new NpgsqlCommand(AloneSql, session);
        if (await alone.ExecuteScalarAsync(ct) is not true) return "Another rotate-keys is at work on this database.";

        if (await newKey.BecomesCurrentAsync(ct) is { } obstacle) return obstacle;

        var current = cipher.Keys.CurrentId;
        var older = await OlderAsync(ct);
        var sealWithOlder = await bots.CountNotSealingWithAsync(current, ct);
        if (sealWithOlder == 0) await EndSealingAsync(older, ct);

        var unreadable = await ResealAsync(tell, ct);
        if (unreadable > 0) return $"{unreadable} values do not open with the key they name: see above. {Kept(older)}";
        if (sealWithOlder > 0)
        {
            return $"{sealWithOlder} running bots still seal with an older key. {Kept(older)} " +
                $"Put '{current}' first in Encryption:Keys of every host, restart them, and run rotate-keys again.";
        }

        await RetireAsync(older, ct);
        tell(keys.Files is null ? FinishedBySettings(current, older) : FinishedByFiles(keys.Files, current, older));
        return null;
    }

    /// <summary>The keys that may still have sealed something, beside the current one.</summary>
    private async Task<string[]> OlderAsync(CancellationToken ct)
    {
        var retired = (await proofs.ReadAsync(ct)).Where(proof => proof.Use is KeyUse.Retired).Select(proof => proof.KeyId);
        return [.. cipher.Keys.Ids.Skip(1).Except(retired)];
    }

    // In this order: a bot that starts now with an older key first is refused by the proof, one that began before by the fence.
    private async Task EndSealingAsync(string[] older, CancellationToken ct)
    {
        await proofs.MarkAsync(older, KeyUse.Opens, ct);
        foreach (var keyId in older) await fence.RaiseAsync(keyId, SealedColumns.All, ct);
    }

    private async Task<long> ResealAsync(Action<string> tell, CancellationToken ct)
    {
        var unreadable = 0L;
        foreach (var table in SealedColumns.All.GroupBy(column => column.Table))
        {
            var sealedAnew = 0L;
            foreach (var column in table)
            {
                var count = await resealer.RunAsync(column, ct);
                (sealedAnew, unreadable) = (sealedAnew + count.Sealed, unreadable + count.Unreadable);
                if (count.Unreadable > 0) tell($"{column.Name}: {count.Unreadable} values cannot be opened and are left as they are");
            }

            tell($"{table.Key}: {sealedAnew} values sealed anew");
        }

        return unreadable;
    }

    private async Task RetireAsync(string[] older, CancellationToken ct)
    {
        await proofs.MarkAsync(older, KeyUse.Retired, ct);
        if (older.Length == 0) return;

        new AuditLog(db).Add(ServerUser.Actor, "keys/rotated", $"key/{cipher.Keys.CurrentId}", clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    private static string FinishedByFiles(EncryptionKeyFiles files, string current, string[] older)
    {
        files.KeepOnly(current);
        return $"Everything is sealed with key '{current}'. Dropped from {files.Folder}: {Named(older)}. " +
            "Backups of the database made before now open only with a copy of the old file.";
    }

    private static string FinishedBySettings(string current, string[] older) => older.Length == 0
        ? $"Everything is sealed with key '{current}'. There is no older key to drop."
        : $"Everything is sealed with key '{current}'. May be dropped from Encryption:Keys of every host: {Named(older)}. " +
          "Keep a copy as long as backups of the database made before now.";

    private static string Kept(string[] older) => $"Still needed: {Named(older)}.";

    private static string Named(string[] keyIds) => string.Join(", ", keyIds.Select(id => $"'{id}'"));
}
