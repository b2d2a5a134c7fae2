using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using UnionBot.Benchmarks.Platform;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Benchmarks.Database;

/// <summary>Fills the roster: one union, a member for every person, and newcomers who are not bound yet.</summary>
internal sealed class MemberRows(NpgsqlDataSource source, FieldCipher cipher)
{
    /// <summary>The union to which everybody belongs.</summary>
    public const string UnionName = "基准测试机械厂工会";

    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙";

    private static readonly DateOnly FirstDay = new(2001, 1, 1);

    private readonly MemberCiphers _ciphers = new(cipher);

    public async Task CopyAsync(CancellationToken ct)
    {
        await AddUnionAsync(ct);
        await using var connection = await source.OpenConnectionAsync(ct);
        var now = TimeProvider.System.GetUtcNow();
        await using var writer = await connection.BeginBinaryImportAsync(
            """
            COPY member (id, organisation_id, name, name_hash, phone, phone_hash, member_no, joined_on, status, person_id, bound_at)
            FROM STDIN (FORMAT binary)
            """, ct);
        for (var member = 1; member <= Account.People + Account.Newcomers; member++) await WriteAsync(writer, member, now, ct);
        await writer.CompleteAsync(ct);
    }

    private async Task AddUnionAsync(CancellationToken ct)
    {
        await using var add = source.CreateCommand(
            """
            INSERT INTO region (code, name, level) VALUES ('370000', '山东省', 1) ON CONFLICT DO NOTHING;
            """);
        await add.ExecuteNonQueryAsync(ct);
        await using var union = source.CreateCommand(
            "INSERT INTO organisation (id, path, name, level, region_code) VALUES (1, '1.', $1, 5, '370000')");
        union.Parameters.Add(new NpgsqlParameter { Value = UnionName });
        await union.ExecuteNonQueryAsync(ct);
    }

    private async Task WriteAsync(NpgsqlBinaryImporter writer, int member, DateTimeOffset now, CancellationToken ct)
    {
        var identity = _ciphers.Seal(member, NameOf(member), PhoneOf(member), idNumber: null);
        await writer.StartRowAsync(ct);
        await writer.WriteAsync((long)member, ct);
        await writer.WriteAsync(1L, ct);
        await writer.WriteAsync(identity.Name, ct);
        await writer.WriteAsync(identity.NameHash, ct);
        await writer.WriteAsync(identity.Phone!, ct);
        await writer.WriteAsync(identity.PhoneHash!, ct);
        await writer.WriteAsync(member.ToString("D8", CultureInfo.InvariantCulture), ct);
        await writer.WriteAsync(FirstDay.AddDays(member % 9000), ct);
        await writer.WriteAsync((short)MemberStatus.Active, ct);
        if (member > Account.People)
        {
            await writer.WriteNullAsync(ct);
            await writer.WriteNullAsync(ct);
            return;
        }

        await writer.WriteAsync((long)member, ct);
        await writer.WriteAsync(now, NpgsqlDbType.TimestampTz, ct);
    }

    private static string NameOf(int member) => $"{Surnames[member % Surnames.Length]}{(char)('一' + (member % 5000))}";

    private static MobileNumber PhoneOf(int member) =>
        MobileNumber.TryParse($"139{member:D8}", out var phone)
            ? phone
            : throw new InvalidOperationException($"The number made for member {member} is none.");
}
