using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>不候补了: nobody is offered times any more who does not want them.</summary>
internal sealed class StopWaiting(IConsultations consultations) : OneTurnDialog
{
    public override string Name => "legal-aid/stop-waiting";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        [new WaitingIsOver(await consultations.StopWaitingAsync(input.From.Id, ct))];
}
