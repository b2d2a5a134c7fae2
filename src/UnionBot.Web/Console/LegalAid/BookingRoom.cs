using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Services.Membership;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>One booking before the eyes of whoever is signed in.</summary>
internal sealed class BookingRoom(ConsoleVisit visit, LegalAidReach reach, BookingFiles files, ReadingRights rights, KnownPhones phones, UnionDb db, BusinessClock clock)
{
    private const string NoPhone = "没有留电话，也没有确认过的手机号。";

    /// <param name="refusal">Why something was refused just now; null when the page is only looked at.</param>
    public Task<IResult> ShowAsync(Guid id, string? refusal, CancellationToken ct) => ShowAsync(id, refusal, phone: null, ct);

    /// <summary>The page with the number to call: what was given for it, else what is known of the person.</summary>
    public async Task<IResult> ShowPhoneAsync(Guid id, CancellationToken ct)
    {
        var (given, person) = await files.ReadPhoneAsync(id, await reach.OfAsync(LegalAidEndpoints.Workers, ct), AuditActor.Staff(visit.Known.Staff), ct);
        var phone = given ?? (person is { } known ? (await phones.FindAsync(db, known, ct))?.Value : null);
        return await ShowAsync(id, phone is null ? NoPhone : null, phone, ct);
    }

    /// <param name="change">What was just refused; null when the page is only looked at.</param>
    public async Task<IResult> ShowCancelAsync(Guid id, ChangeAttempt? change, CancellationToken ct) => await ToWorkOnAsync(id, ct) is { } file
        ? ConsolePages.Show<CancelPage>((nameof(CancelPage.File), file), (nameof(CancelPage.Change), change))
        : ConsolePages.Missing();

    /// <inheritdoc cref="ShowCancelAsync"/>
    /// <param name="target">What was chosen; null before.</param>
    public async Task<IResult> ShowTransferAsync(Guid id, TransferTarget? target, ChangeAttempt? change, CancellationToken ct) => await ToWorkOnAsync(id, ct) is { } file
        ? ConsolePages.Show<TransferPage>((nameof(TransferPage.File), file), (nameof(TransferPage.Target), target), (nameof(TransferPage.Change), change))
        : ConsolePages.Missing();

    private async Task<IResult> ShowAsync(Guid id, string? refusal, string? phone, CancellationToken ct) => await files.OpenAsync(id, await reach.OfAsync(LegalAidEndpoints.Consultants, ct), ct) is { } file
        ? ConsolePages.Show<BookingPage>(
            (nameof(BookingPage.File), file),
            (nameof(BookingPage.Refusal), refusal),
            (nameof(BookingPage.Phone), phone),
            (nameof(BookingPage.MayRead), await rights.OfStaffAsync(file.Booking, visit.Known.Staff, ct) is not null),
            (nameof(BookingPage.Today), UnionCalendar.DayOf(clock.GetUtcNow())))
        : ConsolePages.Missing();

    /// <returns>Null when there is no such booking on which they work.</returns>
    public async Task<BookingFile?> ToWorkOnAsync(Guid id, CancellationToken ct) =>
        await files.OpenAsync(id, await reach.OfAsync(LegalAidEndpoints.Workers, ct), ct);
}
