using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>1 能来, the answer to a reminder.</summary>
internal sealed class ConfirmComing(OwnBookings bookings) : OneTurnDialog
{
    public const string DialogName = "legal-aid/come";

    public override string Name => DialogName;

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        var open = await bookings.OpenAsync(input.From.Id, ct);
        var booking = BookingKey.In(input.Key) is { } id ? open.FirstOrDefault(b => b.Id == id) : open is [var next, ..] ? next : null;
        return booking is not null && await bookings.ComeAsync(input.From.Id, booking.Key, ct) ? [new ComingIsNoted(booking.Slot)] : [new NoBooking()];
    }
}
