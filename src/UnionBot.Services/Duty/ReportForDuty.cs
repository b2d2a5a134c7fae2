using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Duty;

/// <summary>在岗, 上班了: a member of staff says that they are there. The rota alone decides who is called.</summary>
internal sealed class ReportForDuty(IDutyDesk desk) : OneTurnDialog
{
    public override string Name => "duty/report";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        await desk.DutyOfAsync(input.From.Id, ct) switch
        {
            null => [new Noted()],
            { Until: { } until } => [new OnDutyUntil(until)],
            _ => [new NotOnTheRota()],
        };
}
