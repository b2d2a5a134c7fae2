using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>Another time for a booking: the free times of a day, then the one that was chosen, to be confirmed.</summary>
internal sealed class MoveRoom(LegalAidReach reach, BookingFiles files, MoveTimes times, BusinessClock clock)
{
    /// <param name="change">What was just refused; null when the page is only looked at.</param>
    public async Task<IResult> ShowAsync(Guid id, MoveChoice choice, ChangeAttempt? change, CancellationToken ct)
    {
        var part = await PartAsync(ct);
        if (await files.OpenAsync(id, part, ct) is not { } file) return ConsolePages.Missing();

        var (day, mode) = (DayOf(choice, file), choice.Mode ?? file.Booking.Mode);
        var free = await times.FindAsync(id, day, mode, part, ct);
        return ConsolePages.Show<MovePage>(
            (nameof(MovePage.File), file),
            (nameof(MovePage.Day), day),
            (nameof(MovePage.Mode), mode),
            (nameof(MovePage.Free), free),
            (nameof(MovePage.Chosen), free.FirstOrDefault(s => KeyOf(s) == choice.To)),
            (nameof(MovePage.Today), UnionCalendar.DayOf(clock.GetUtcNow())),
            (nameof(MovePage.Change), change));
    }

    /// <returns>The time that was chosen; null when it is not free any more.</returns>
    public async Task<FreeSlot?> FindAsync(Guid id, MoveChoice choice, CancellationToken ct)
    {
        var part = await PartAsync(ct);
        return await files.OpenAsync(id, part, ct) is { } file
            ? (await times.FindAsync(id, DayOf(choice, file), choice.Mode ?? file.Booking.Mode, part, ct)).FirstOrDefault(s => KeyOf(s) == choice.To)
            : null;
    }

    /// <summary>Names a free time in an address.</summary>
    public static string KeyOf(FreeSlot slot) => string.Create(CultureInfo.InvariantCulture, $"{slot.LawyerId}-{slot.StartsAt.ToUnixTimeSeconds()}-{slot.SiteId}");

    private Task<LegalPart> PartAsync(CancellationToken ct) => reach.OfAsync(LegalAidEndpoints.Workers, ct);

    private DateOnly DayOf(MoveChoice choice, BookingFile file)
    {
        var (today, own) = (UnionCalendar.DayOf(clock.GetUtcNow()), UnionCalendar.DayOf(file.Booking.StartsAt));
        return choice.Day ?? (own < today ? today : own);
    }
}

/// <summary>What was chosen so far for another time.</summary>
/// <param name="Day">In China; null for the booking's own.</param>
/// <param name="Mode">Null for the booking's own.</param>
/// <param name="To">The time as <see cref="MoveRoom.KeyOf"/> names it; null before one was chosen.</param>
internal sealed record MoveChoice(DateOnly? Day, ConsultationModes? Mode, string? To)
{
    public static MoveChoice Of(HttpRequest request) => new(
        LegalAidTexts.ReadDay(request.Query["day"]),
        Enum.TryParse<ConsultationModes>(request.Query["mode"], out var mode) && mode is ConsultationModes.OnSite or ConsultationModes.Phone or ConsultationModes.Video ? mode : null,
        request.Query["to"] is [{ Length: > 0 } to] ? to : null);
}
