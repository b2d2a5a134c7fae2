using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Lawyers;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>
/// 我的预约: to whose phone is not confirmed only when it is, since somebody else may hold the phone or pretend to be them. A lawyer is
/// shown what they are to give, too.
/// </summary>
internal sealed class MyBookings(OwnBookings bookings) : OneTurnDialog
{
    public override string Name => "legal-aid/mine";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        var given = await bookings.GivenAsync(input.From.Id, input.At, ct);
        var open = await bookings.OpenAsync(input.From.Id, ct);
        var own = new ShowBookings(open, input.From.Level >= MemberLevel.PhoneConfirmed);
        return (given, open.Count) switch
        {
            (null, 0) => [await bookings.PastAsync(input.From.Id, ct) is { } past ? new BookingIsPast(past.Slot) : new NoBooking()],
            (null, _) => [own],
            (_, 0) => [new LawyerWeek(given)],
            _ => [new LawyerWeek(given), own],
        };
    }
}
