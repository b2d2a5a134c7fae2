using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Media;

/// <summary>Keeps people's photos and voices in encrypted chunks, so that one backup holds all and every host sees them.</summary>
public sealed class MediaStore(UnionDb db, FieldCipher cipher, MessagePartitions partitions, TimeProvider time)
{
    /// <summary>What the platform itself allows for a picture.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private const int ChunkSize = 256 * 1024;

    private static readonly SealedColumn PlatformId = new("media_file", "platform_id", Row: "int8send(id)");
    private static readonly SealedColumn Content =
        new("media_chunk", "content", Row: "int8send(media_id) || int4send(n)") { PageSize = 20 };

    private readonly CipherColumn _platformId = cipher.Column(PlatformId);
    private readonly CipherColumn _content = cipher.Column(Content);

    /// <summary>Notes a file that is to be fetched, in the caller's transaction.</summary>
    public async Task<long> NoteAsync(
        PersonId person, InputKind kind, string platformId, DateTimeOffset receivedAt, CancellationToken ct)
    {
        var file = new MediaFile(person, kind, receivedAt);
        db.Add(file);
        await db.SaveChangesAsync(ct);
        file.FetchFrom(_platformId.Seal(platformId, file.Id), time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return file.Id;
    }

    /// <summary>Where the platform keeps the file; never logged.</summary>
    public string PlatformIdOf(MediaFile file) => _platformId.Open(file.PlatformId!, file.Id);

    /// <summary>Keeps the content if it is a kind of file that we keep, and not too large.</summary>
    public async Task KeepAsync(MediaFile file, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        if (content.Length > LargestFile || ContentSniffer.TypeOf(content.Span) is not { } type)
        {
            file.GiveUp(MediaStatus.Refused);
            await db.SaveChangesAsync(ct);
            return;
        }

        await partitions.EnsureAsync(file.ReceivedAt, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await IsStillWaitedForAsync(file, ct)) return;

        for (var n = 0; n * ChunkSize < content.Length; n++)
        {
            var chunk = content.Slice(n * ChunkSize, Math.Min(ChunkSize, content.Length - (n * ChunkSize)));
            var row = RowOf(file.Id, n);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO media_chunk (period, media_id, n, content)
                VALUES ({file.Period}, {file.Id}, {n}, {_content.SealBytes(chunk.Span, row)})
                """, ct);
        }

        file.Keep(type, content.Length);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Locks the file; false when the person had it erased while it was being fetched.</summary>
    private async Task<bool> IsStillWaitedForAsync(MediaFile file, CancellationToken ct) => await db.Database
        .SqlQuery<int>(
            $"""
            SELECT 1 AS "Value" FROM media_file WHERE id = {file.Id} AND status = {(short)MediaStatus.Waiting} FOR UPDATE
            """)
        .ToListAsync(ct) is [_];

    /// <summary>Reads a kept file. The caller has checked the right to see it, and logs the view.</summary>
    public async Task<byte[]> ReadAsync(MediaFile file, CancellationToken ct)
    {
        if (file.Status is not MediaStatus.Kept)
            throw new InvalidOperationException($"Media {file.Id} is {file.Status}, not kept.");

        var content = new byte[file.Length!.Value];
        var filled = 0;
        await using var command = new NpgsqlCommand(
            "SELECT n, content FROM media_chunk WHERE period = $1 AND media_id = $2 ORDER BY n",
            (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = file.Period });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = file.Id });
        await db.Database.OpenConnectionAsync(ct);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var chunk = _content.OpenBytes(row.GetFieldValue<byte[]>(1), RowOf(file.Id, row.GetInt32(0)));
            chunk.CopyTo(content, filled);
            filled += chunk.Length;
        }

        return content;
    }

    private static byte[] RowOf(long media, int chunk)
    {
        var row = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(row, media);
        BinaryPrimitives.WriteInt32BigEndian(row.AsSpan(8), chunk);
        return row;
    }
}
