using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>What was told with one booking, before the eyes of whoever is signed in.</summary>
internal sealed class StoryRoom(ConsoleVisit visit, BookingFiles files, BookingStories stories)
{
    /// <param name="refusal">Why it was not opened just now; null when the page is only looked at.</param>
    public async Task<IResult> ShowAsync(Guid id, string? refusal, CancellationToken ct) =>
        await files.OpenAsync(id, ct) is { } file && (StoryEndpoints.SeesLog(visit.Known) || StoryEndpoints.MayRead(visit.Known, file))
            ? await ShowAsync(file, null, refusal, ct)
            : ConsolePages.Missing();

    /// <summary>Keeps the reason first, then shows what was told.</summary>
    public async Task<IResult> OpenAsync(Guid id, string reason, CancellationToken ct) =>
        await files.OpenAsync(id, ct) is { } file && StoryEndpoints.MayRead(visit.Known, file)
            ? await ShowAsync(file, await stories.OpenAsync(id, visit.Known.Staff, reason, ct), null, ct)
            : ConsolePages.Missing();

    private async Task<IResult> ShowAsync(BookingFile file, OpenedStory? story, string? refusal, CancellationToken ct) => ConsolePages.Show<StoryPage>(
        (nameof(StoryPage.File), file),
        (nameof(StoryPage.Story), story),
        (nameof(StoryPage.Refusal), refusal),
        (nameof(StoryPage.MayRead), StoryEndpoints.MayRead(visit.Known, file)),
        (nameof(StoryPage.Readings), StoryEndpoints.SeesLog(visit.Known) ? await stories.ReadingsAsync(file.Booking.Id, ct) : null));
}
