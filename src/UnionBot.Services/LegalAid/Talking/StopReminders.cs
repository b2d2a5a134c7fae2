using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>不用提醒: nobody is reminded who does not want it; the consultation stays.</summary>
internal sealed class StopReminders(OwnBookings bookings) : OneTurnDialog
{
    public override string Name => "legal-aid/no-reminder";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        await bookings.StopRemindingAsync(input.From.Id, ct) ? [new RemindersAreOff()] : [new NoBooking()];
}
