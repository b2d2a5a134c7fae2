using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>我的预约: to whose phone is not confirmed only when it is, since somebody else may hold the phone or pretend to be them.</summary>
internal sealed class MyBookings(OwnBookings bookings) : OneTurnDialog
{
    public override string Name => "legal-aid/mine";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        await bookings.OpenAsync(input.From.Id, ct) is { Count: > 0 } open
            ? [new ShowBookings(open, input.From.Level >= MemberLevel.PhoneConfirmed)]
            : [new NoBooking()];
}
