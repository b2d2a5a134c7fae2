using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Media;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// Takes up photos whose file has come: notes what it says of itself, and whether the very same file came before. Two that come at once meet at
/// the primary key of <see cref="ProofFile"/>: the second waits there and reads who was first.
/// </summary>
internal sealed class PhotoIntake(UnionDb db, MediaStore media, PhotoCiphers ciphers, BusinessClock clock)
{
    private const int Page = 100;

    /// <summary>All that wait.</summary>
    /// <returns>How many were taken up.</returns>
    public async Task<int> TakeUpAllAsync(CancellationToken ct)
    {
        var done = 0;
        var last = 0L;
        while (true)
        {
            var waiting = await Waiting().Where(p => p.Id > last).OrderBy(p => p.Id).Take(Page).ToListAsync(ct);
            if (waiting.Count == 0) return done;

            last = waiting[^1].Id;
            done += await TakeUpAsync(waiting, ct);
        }
    }

    public async Task TakeUpAsync(long visit, CancellationToken ct) =>
        await TakeUpAsync(await Waiting().Where(p => p.VisitId == visit).OrderBy(p => p.Id).ToListAsync(ct), ct);

    private IQueryable<ProofPhoto> Waiting() => db.Set<ProofPhoto>().AsNoTracking().Where(p => p.TakenUpAt == null && p.Fault == null);

    private async Task<int> TakeUpAsync(List<ProofPhoto> photos, CancellationToken ct)
    {
        var ids = photos.ConvertAll(p => p.MediaId);
        var files = await db.Set<MediaFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var done = 0;
        foreach (var photo in photos)
        {
            var file = files.GetValueOrDefault(photo.MediaId);
            if (file?.Status is MediaStatus.Waiting) continue;

            done += file?.Status is MediaStatus.Kept
                ? await TakeUpAsync(photo, await media.ReadAsync(file, ct), ct)
                : await GiveUpAsync(photo, file?.Status is MediaStatus.Refused ? PhotoFault.Unreadable : PhotoFault.Lost, ct);
        }

        return done;
    }

    private async Task<int> TakeUpAsync(ProofPhoto photo, byte[] content, CancellationToken ct)
    {
        if (PhotoType.Of(content) is null) return await GiveUpAsync(photo, PhotoFault.Unreadable, ct);

        var (facts, sha) = (ExifReader.Read(content), SHA256.HashData(content));
        var place = facts.Place is { } said ? ciphers.SealPlace(photo.Id, said) : null;

        // Both in one statement, so that neither is kept without the other; a file that was there stays as it is.
        return await db.Database.ExecuteSqlAsync(
            $"""
            WITH mine AS (
                INSERT INTO proof_file (sha256, photo_id, visit_id) VALUES ({sha}, {photo.Id}, {photo.VisitId})
                ON CONFLICT (sha256) DO UPDATE SET photo_id = proof_file.photo_id
                RETURNING photo_id, visit_id)
            UPDATE proof_photo p
               SET taken_up_at = {clock.GetUtcNow()}, taken_at = {facts.TakenAt}, place = {place},
                   first_id = NULLIF(mine.photo_id, p.id), first_visit_id = CASE WHEN mine.photo_id <> p.id THEN mine.visit_id END
              FROM mine WHERE p.id = {photo.Id} AND p.taken_up_at IS NULL
            """, ct);
    }

    private Task<int> GiveUpAsync(ProofPhoto photo, PhotoFault why, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"UPDATE proof_photo SET fault = {(short)why} WHERE id = {photo.Id} AND taken_up_at IS NULL AND fault IS NULL", ct);
}
