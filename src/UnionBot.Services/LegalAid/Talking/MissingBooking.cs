using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>A change or the end of a consultation that is over, or that the bot knows nothing of: where members of staff arrange them, they are told.</summary>
internal sealed class MissingBooking(ConsultationDesk desk, OwnBookings bookings)
{
    public async Task<Turn> AnswerAsync(Input input, CancellationToken ct)
    {
        if (await bookings.PastAsync(input.From.Id, ct) is { } past) return new Turn(new Move.Over(), [new BookingIsPast(past.Slot)]) { IsPrivate = true };

        var practice = await desk.PracticeAsync(ct);
        return practice.IsOffered
            ? new Turn(new Move.Over(), [new NoBooking()]) { IsPrivate = true }
            : new Turn(new Move.Over(), [new ChangeIsPassedOn()]) { IsPrivate = true, Effects = [new Effect.HandOver(CaseKinds.Lawyer)] };
    }
}
