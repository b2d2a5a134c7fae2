using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>What was told with one booking, before the eyes of whoever is signed in.</summary>
internal sealed class StoryRoom(ConsoleVisit visit, LegalAidReach reach, BookingFiles files, BookingStories stories, ReadingRights rights)
{
    private const string NoReason = "请先写一下为什么要看，一句话就行。";

    public async Task<IResult> ShowAsync(Guid id, CancellationToken ct) =>
        await OpenAsync(id, ct) is { } file ? await ShowAsync(file, new StoryOutcome(null), ct) : ConsolePages.Missing();

    /// <summary>Keeps the reason first, then shows what was told.</summary>
    public async Task<IResult> OpenAsync(Guid id, string reason, CancellationToken ct) =>
        await OpenAsync(id, ct) is { } file
            ? await ShowAsync(file, await stories.OpenAsync(id, visit.Known.Staff, reason, ct), ct)
            : ConsolePages.Missing();

    private async Task<BookingFile?> OpenAsync(Guid id, CancellationToken ct) => await files.OpenAsync(id, await reach.OfAsync(StoryEndpoints.Openers, ct), ct);

    private async Task<IResult> ShowAsync(BookingFile file, StoryOutcome outcome, CancellationToken ct)
    {
        var right = await rights.OfStaffAsync(file.Booking, visit.Known.Staff, ct);
        var seesLog = right is ReadingRight.LegalSupervisor || StoryEndpoints.SeesLog(visit.Known);
        if (right is null && !seesLog) return ConsolePages.Missing();

        return ConsolePages.Show<StoryPage>(
            (nameof(StoryPage.File), file),
            (nameof(StoryPage.Story), outcome.Story),
            (nameof(StoryPage.Refusal), outcome.Refusal is ReadingRefusal.NoReason ? NoReason : null),
            (nameof(StoryPage.MayRead), right is not null),
            (nameof(StoryPage.Readings), seesLog ? await stories.ReadingsAsync(file.Booking.Id, ct) : null));
    }
}
