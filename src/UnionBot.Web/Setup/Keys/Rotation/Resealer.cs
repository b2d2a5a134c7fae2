using System.Security.Cryptography;
using Npgsql;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Keys.Rotation;

/// <summary>
/// Seals every value of a column with the current key. A page is one transaction of its own, and a value that is
/// current already is left: so it may be stopped at any moment and begun again, and two may be at work at once.
/// </summary>
internal sealed class Resealer(NpgsqlDataSource source, FieldCipher cipher, TimeProvider time)
{
    private const int MostPasses = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Goes over the column until nothing older is left in it, but for what cannot be opened.</summary>
    /// <exception cref="SetupException">Other work kept rows locked all the time.</exception>
    public async Task<ResealCount> RunAsync(SealedColumn column, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var statements = await ResealStatements.ForAsync(column, connection, ct);
        var sealedAnew = 0L;
        for (var pass = 1; pass <= MostPasses; pass++)
        {
            var seen = await PassAsync(column, statements, connection, ct);
            sealedAnew += seen.Replaced;
            if (seen.Missed == 0) return new ResealCount(sealedAnew, seen.Unreadable);

            await Task.Delay(Pause, time, ct);
        }

        throw new SetupException($"Rows of {column.Table} are locked by other work; run rotate-keys again later.");
    }

    private async Task<Seen> PassAsync(
        SealedColumn column, ResealStatements statements, NpgsqlConnection connection, CancellationToken ct)
    {
        var (all, after) = (new Seen(0, 0, 0), (string[]?)null);
        while (true)
        {
            var page = await ReadAsync(column, statements, after, connection, ct);
            if (page.Count == 0) return all;

            var opened = page.Where(row => row.IsStale).Select(row => (Row: row, New: Reseal(column, row))).ToArray();
            var anew = opened.Where(pair => pair.New is not null).ToArray();
            var replaced = anew.Length == 0 ? 0 : await ReplaceAsync(statements, anew, connection, ct);
            all = new Seen(
                all.Replaced + replaced, all.Missed + anew.Length - replaced, all.Unreadable + opened.Length - anew.Length);
            after = page[^1].Key;
        }
    }

    private async Task<IReadOnlyList<StoredRow>> ReadAsync(
        SealedColumn column, ResealStatements statements, string[]? after, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(after is null ? statements.FirstPage : statements.NextPage, connection);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = CipherColumn.HeadOf(cipher.Keys.CurrentId) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = column.PageSize });
        foreach (var part in after ?? []) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = part });

        var (page, parts) = (new List<StoredRow>(), statements.KeyParts);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            string[] key = [.. Enumerable.Range(0, parts).Select(row.GetString)];
            page.Add(row.IsDBNull(parts)
                ? new StoredRow(key, [], [])
                : new StoredRow(key, row.GetFieldValue<byte[]>(parts), row.GetFieldValue<byte[]>(parts + 1)));
        }

        return page;
    }

    /// <returns>Null when the value does not open with the key it names; it is damaged, and stays as it is.</returns>
    private byte[]? Reseal(SealedColumn column, StoredRow row)
    {
        try
        {
            var plain = cipher.Column(column).OpenBytes(row.Value, row.Name);
            var anew = cipher.Column(column).SealBytes(plain, row.Name);
            CryptographicOperations.ZeroMemory(plain);
            return anew;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static async Task<int> ReplaceAsync(
        ResealStatements statements, (StoredRow Row, byte[]? New)[] anew, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statements.Replace, connection);
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. anew.Select(pair => pair.Row.Value)] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. anew.Select(pair => pair.New!)] });
        for (var part = 0; part < statements.KeyParts; part++)
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. anew.Select(pair => pair.Row.Key[part])] });

        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <param name="Value">Empty when it is current.</param>
    /// <param name="Name">What names the row when its value is sealed and opened.</param>
    private sealed record StoredRow(string[] Key, byte[] Value, byte[] Name)
    {
        public bool IsStale => Value.Length > 0;
    }

    private sealed record Seen(long Replaced, long Missed, long Unreadable);
}

/// <param name="Unreadable">Values that do not open with the key they name, and were left as they are.</param>
internal sealed record ResealCount(long Sealed, long Unreadable);
