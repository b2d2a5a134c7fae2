using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>A consultation in a lawyer's list: nothing of whom or what about.</summary>
/// <param name="Id">Names it to the bot.</param>
/// <param name="Number">LA-0116-037.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="Site">Null when nobody has to come anywhere.</param>
/// <param name="Called">The number to call, in clear; null when nobody is called, or it is not known.</param>
public sealed record LawyerLine(string Id, string Number, DateTimeOffset StartsAt, ConsultationModes Mode, string? Site, string? Called, BookingState State)
{
    public bool IsPhone => Mode is ConsultationModes.Phone;

    public bool IsVideo => Mode is ConsultationModes.Video;

    public bool IsOnsite => Mode is ConsultationModes.OnSite;

    public bool IsThere => State is BookingState.CheckedIn;

    public bool IsDone => State is BookingState.Done or BookingState.Transferred;

    public bool IsMissed => State is BookingState.NoShow;

    public bool IsNotAnswered => State is BookingState.NotAnswered;

    public bool IsUrgent { get; init; }

    /// <summary>They answered to a reminder that they will come.</summary>
    public bool SaysComing { get; init; }

    internal static LawyerLine Of(Booking booking, string? site, string? phone) =>
        new(booking.Id.ToString("N"), booking.Number, booking.StartsAt, booking.Mode, site, phone, booking.State)
        {
            IsUrgent = booking.IsUrgent,
            SaysComing = booking is { State: BookingState.Booked, IsComing: true },
        };
}

/// <summary>A consultation that its lawyer has opened.</summary>
/// <param name="Topic">Code, such as <c>wage_arrears</c>.</param>
/// <param name="Seen">The last version of its outcome, 0 when there is none.</param>
internal sealed record OpenedConsultation(LawyerLine Line, string Topic, int People, ConsultationRecord Record, int Seen);
