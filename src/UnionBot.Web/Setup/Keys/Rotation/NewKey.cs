using UnionBot.Core.Data;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Web.Setup.Keys.Rotation;

/// <summary>
/// Sees to it that a new key becomes current only when every running bot can open with it. With a private server it is
/// made here and all bots are waited for; in the settings it has been put first by the operator.
/// </summary>
internal sealed class NewKey(
    FieldCipher cipher, KeySource keys, DatabasePreparation database, KeyProofs proofs, RunningBots bots, TimeProvider time)
{
    /// <summary>Bots look at the files every second.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private const int MostGlances = 150;

    /// <returns>Null when it is current; else why it is not, and what to do.</returns>
    public Task<string?> BecomesCurrentAsync(CancellationToken ct) =>
        keys.Files is { } files ? FromFilesAsync(files, ct) : FromSettingsAsync(ct);

    private async Task<string?> FromSettingsAsync(CancellationToken ct)
    {
        // Before anything is written: a proof of a key that a bot lacks would stop it.
        var current = cipher.Keys.CurrentId;
        if (await bots.CountWithoutAsync(current, ct) is > 0 and var lacking)
        {
            return $"Nothing was done: {lacking} running bots do not hold key '{current}'. Put it behind their own keys in " +
                "Encryption:Keys of every host and restart them; then put it first, restart them, and run rotate-keys again.";
        }

        await database.RunAsync(ct);
        return null;
    }

    private async Task<string?> FromFilesAsync(EncryptionKeyFiles files, CancellationToken ct)
    {
        await database.RunAsync(ct);
        var next = await NextAsync(files, ct);
        if (next is not null)
        {
            if (!await HoldsAsync(async () => await bots.CountWithoutAsync(next, ct) == 0, ct))
                return $"Key '{next}' is made, but a running bot does not take it up: restart it and run rotate-keys again.";

            files.PutFirst(next);
        }

        cipher.Use(files.Read());
        await proofs.CheckAsync(ct);
        return await HoldsAsync(async () => await bots.CountNotSealingWithAsync(cipher.Keys.CurrentId, ct) == 0, ct)
            ? null
            : $"A running bot does not seal with key '{cipher.Keys.CurrentId}': restart it and run rotate-keys again.";
    }

    /// <summary>The key that is to become current: one that an earlier run made and did not put first, or a new one.</summary>
    /// <returns>Null when an earlier run has put it first and did not finish.</returns>
    private async Task<string?> NextAsync(EncryptionKeyFiles files, CancellationToken ct)
    {
        string[] known = [.. (await proofs.ReadAsync(ct)).Select(proof => proof.KeyId)];
        if (files.Read().Ids.Count == 1) files.AddNext(known);
        return files.Read().Ids.Skip(1).Except(known).FirstOrDefault();
    }

    private async Task<bool> HoldsAsync(Func<Task<bool>> condition, CancellationToken ct)
    {
        for (var glance = 0; glance < MostGlances; glance++)
        {
            if (await condition()) return true;
            await Task.Delay(Glance, time, ct);
        }

        return false;
    }
}
