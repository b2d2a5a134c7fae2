using Npgsql;
using NpgsqlTypes;
using UnionBot.Benchmarks.Platform;
using UnionBot.Core.Data;
using UnionBot.Services.Membership;
using UnionBot.Services.Membership.Binding;

namespace UnionBot.Benchmarks.Database;

/// <summary>Issues the codes by which newcomers bind themselves to their rows of the roster.</summary>
internal sealed class BindCodeRows(NpgsqlDataSource source, FieldCipher cipher)
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromDays(30);

    private readonly MembershipCiphers _ciphers = new(cipher);

    /// <summary>The code of a newcomer: the number, written with a bind code's characters.</summary>
    public static string CodeOf(int newcomer) => string.Create(BindCode.Length, newcomer, (code, number) =>
    {
        for (var i = code.Length - 1; i >= 0; i--)
        {
            code[i] = BindCode.Characters[number % BindCode.Characters.Length];
            number /= BindCode.Characters.Length;
        }
    });

    public async Task CopyAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var now = TimeProvider.System.GetUtcNow();
        await using var writer = await connection.BeginBinaryImportAsync(
            "COPY bind_code (member_id, hash, issued_by, issued_at, expires_at) FROM STDIN (FORMAT binary)", ct);
        for (var newcomer = Account.People + 1; newcomer <= Account.People + Account.Newcomers; newcomer++)
        {
            await writer.StartRowAsync(ct);
            await writer.WriteAsync((long)newcomer, ct);
            await writer.WriteAsync(_ciphers.BindCodeHash(CodeOf(newcomer)), ct);
            await writer.WriteAsync(0L, ct);
            await writer.WriteAsync(now, NpgsqlDbType.TimestampTz, ct);
            await writer.WriteAsync(now + ValidFor, NpgsqlDbType.TimestampTz, ct);
        }

        await writer.CompleteAsync(ct);
    }
}
