using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Media;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>The photos of visits, for the talk with visitors and for staff. It shows no picture: see <see cref="PhotoDesk"/>.</summary>
public sealed class PhotoRegister
{
    private readonly UnionDb _db;
    private readonly PhotoCiphers _ciphers;
    private readonly PhotoIntake _intake;

    internal PhotoRegister(UnionDb db, PhotoCiphers ciphers, PhotoIntake intake) => (_db, _ciphers, _intake) = (db, ciphers, intake);

    /// <summary>Notes a photo that came for a visit, in the caller's transaction; its file may still be on its way.</summary>
    /// <param name="media">The id of the <see cref="MediaFile"/>.</param>
    /// <returns>The photo's id; of a file that was noted before, for whichever visit, the one it has.</returns>
    public async Task<long> AddAsync(long visit, long media, PhotoKind kind, CancellationToken ct)
    {
        await _db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO proof_photo (visit_id, media_id, kind, received_at)
            SELECT {visit}, id, {(short)kind}, received_at FROM media_file WHERE id = {media}
            ON CONFLICT (media_id) DO NOTHING
            """, ct);
        return await _db.Set<ProofPhoto>().Where(p => p.MediaId == media).Select(p => p.Id).SingleAsync(ct);
    }

    /// <summary>Compares what has come for a visit with all other files at once, without waiting for the job.</summary>
    public Task TakeUpAsync(long visit, CancellationToken ct) => _intake.TakeUpAsync(visit, ct);

    /// <summary>In the order in which they came.</summary>
    public async Task<IReadOnlyList<VisitPhoto>> OfVisitAsync(long visit, CancellationToken ct)
    {
        var photos = await (
            from photo in _db.Set<ProofPhoto>().AsNoTracking()
            where photo.VisitId == visit
            orderby photo.Id
            select new { Photo = photo, ResemblesVisit = _db.Set<ProofPhoto>().Where(o => o.Id == photo.ResemblesId).Select(o => (long?)o.VisitId).FirstOrDefault() }).ToListAsync(ct);
        return
        [
            .. photos.Select(p => new VisitPhoto(p.Photo.Id, p.Photo.Kind, p.Photo.State, p.Photo.ReceivedAt, new PhotoFacts(p.Photo.TakenAt, _ciphers.OpenPlace(p.Photo)))
            {
                OtherVisit = p.Photo.State is PhotoState.Reused ? p.Photo.FirstVisitId : p.ResemblesVisit,
                OtherPhoto = p.Photo.FirstId ?? p.Photo.ResemblesId,
                DifferentBits = p.Photo.ResemblesBits,
            }),
        ];
    }
}

/// <param name="ReceivedAt">UTC.</param>
/// <param name="Facts">What the file said of itself: a hint, no proof.</param>
public sealed record VisitPhoto(long Id, PhotoKind Kind, PhotoState State, DateTimeOffset ReceivedAt, PhotoFacts Facts)
{
    /// <summary>The visit that had the same file, or one that looks the same, before; null when none had.</summary>
    public long? OtherVisit { get; init; }

    public long? OtherPhoto { get; init; }

    /// <summary>In how many of 64 bits one that looks the same differs; null when none does.</summary>
    public int? DifferentBits { get; init; }
}
