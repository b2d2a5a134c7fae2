using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Media;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>Hashes what photos show, looks for others that show the same, and keeps the bare pictures; many photos a run.</summary>
internal sealed class PhotoPreparation(
    UnionDb db, MediaStore media, PhotoTool tool, PhotoCiphers ciphers, LookAlikes others, PhotoRules rules, BusinessClock clock)
{
    /// <summary>More is not read into memory at once, but for a single photo.</summary>
    private const int MostBytes = 32 * 1024 * 1024;

    /// <summary>The next photos that wait, the oldest first.</summary>
    /// <returns>How many are done with; null while the program is missing.</returns>
    public async Task<int?> NextAsync(CancellationToken ct)
    {
        var waiting = await Waiting().OrderBy(p => p.Id).Take(rules.PhotosARun).ToListAsync(ct);
        if (waiting.Count == 0) return 0;
        if (!await tool.IsPresentAsync(ct)) return null;

        var (photos, contents) = (new List<ProofPhoto>(), new List<ReadOnlyMemory<byte>>());
        var lost = new List<long>();
        var bytes = 0;
        foreach (var photo in waiting)
        {
            if (bytes > MostBytes) break;
            if (await ReadAsync(photo, ct) is not { } content)
            {
                lost.Add(photo.Id);
                continue;
            }

            photos.Add(photo);
            contents.Add(content);
            bytes += content.Length;
        }

        if (lost.Count > 0) await GiveUpAsync(lost, PhotoFault.Lost, ct);
        if (photos.Count == 0) return lost.Count;
        if (await tool.LookAsync(contents, ct) is not { } looks) return null;

        var pictures = new List<byte[]?>(photos.Count);
        for (var i = 0; i < photos.Count; i++) pictures.Add(looks[i].IsReadable ? await BareAsync(contents[i], ct) : null);
        await KeepAsync(photos, looks, pictures, ct);
        return photos.Count + lost.Count;
    }

    /// <summary>How many wait for the program.</summary>
    public Task<int> CountWaitingAsync(CancellationToken ct) => Waiting().CountAsync(ct);

    private IQueryable<ProofPhoto> Waiting() =>
        db.Set<ProofPhoto>().AsNoTracking().Where(p => p.TakenUpAt != null && p.PreparedAt == null && p.FirstId == null && p.Fault == null);

    private async Task<byte[]?> ReadAsync(ProofPhoto photo, CancellationToken ct) =>
        await db.Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == photo.MediaId && f.Status == MediaStatus.Kept, ct) is { } file
            ? await media.ReadAsync(file, ct)
            : null;

    private async Task<byte[]?> BareAsync(ReadOnlyMemory<byte> content, CancellationToken ct) =>
        (PhotoType.Of(content.Span) is PhotoType.Jpeg ? JpegStripper.Strip(content.Span) : null) ?? await tool.ToJpegAsync(content, ct);

    /// <summary>One host after the other, so that of two copies that come at once the later sees the earlier.</summary>
    private async Task KeepAsync(List<ProofPhoto> photos, IReadOnlyList<PhotoLook> looks, List<byte[]?> pictures, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('proof-photo/keep'))", ct);
        for (var i = 0; i < photos.Count; i++)
        {
            if (pictures[i] is { } picture) await KeepAsync(photos[i], looks[i].Hash, picture, ct);
            else await GiveUpAsync([photos[i].Id], PhotoFault.Unreadable, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task KeepAsync(ProofPhoto photo, long? hash, byte[] picture, CancellationToken ct)
    {
        var other = hash is { } seen ? await others.FindAsync(seen, photo.Id, photo.VisitId, ct) : null;
        var isMine = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE proof_photo SET prepared_at = {clock.GetUtcNow()}, hash = {hash}, resembles_id = {other?.Id}, resembles_bits = {(short?)other?.Bits}
             WHERE id = {photo.Id} AND prepared_at IS NULL AND fault IS NULL
            """, ct) == 1;
        if (!isMine) return;

        var content = ciphers.SealPicture(photo.Id, picture);
        await db.Database.ExecuteSqlAsync($"INSERT INTO proof_picture (photo_id, content) VALUES ({photo.Id}, {content})", ct);
    }

    private Task<int> GiveUpAsync(List<long> photos, PhotoFault why, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"UPDATE proof_photo SET fault = {(short)why} WHERE id = ANY ({photos}) AND prepared_at IS NULL", ct);
}
