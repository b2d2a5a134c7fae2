using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Bookings;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>不要，接着等: whoever waits behind is offered the time.</summary>
internal sealed class LeaveFreedTime(IConsultations consultations) : OneTurnDialog
{
    public const string DialogName = "legal-aid/leave-freed";

    public override string Name => DialogName;

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        await consultations.DeclineAsync(input.From.Id, ct);
        return [new FreedIsLeft()];
    }
}
