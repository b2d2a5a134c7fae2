using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Media;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// The photos and papers that were sent for a consultation. They live as long as all that people send, half a year at most, and go with the
/// person. Whoever calls has checked the right to see them, and keeps the reading in the log.
/// </summary>
internal sealed class BookingPapers(UnionDb db, MediaStore store)
{
    /// <summary>In the order in which they were sent; what is gone, or was never to be had, without its content.</summary>
    /// <param name="told">What was told with the booking.</param>
    public async Task<IReadOnlyList<BookingPaper>> ReadAsync(Booking booking, ToldDetails told, CancellationToken ct)
    {
        if (told.Files.Count == 0 || booking.PersonId is not { } person) return [];

        var files = await db.Set<MediaFile>().AsNoTracking()
            .Where(f => told.Files.Contains(f.Id) && f.PersonId == person).OrderBy(f => f.Id).ToListAsync(ct);
        var papers = new List<BookingPaper>(files.Count);
        foreach (var file in files)
            papers.Add(new BookingPaper(file.Id, file.Status, file.ContentType, file.Status is MediaStatus.Kept ? await store.ReadAsync(file, ct) : null));

        return papers;
    }
}

/// <param name="ContentType">What its first bytes say it is; null before it is fetched.</param>
/// <param name="Content">In clear; never logged. Null when it is not there.</param>
public sealed record BookingPaper(long Id, MediaStatus Status, string? ContentType, byte[]? Content);
