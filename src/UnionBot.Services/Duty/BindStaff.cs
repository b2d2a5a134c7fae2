using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;

namespace UnionBot.Services.Duty;

/// <summary>绑定工作人员 123456: a member of staff makes their own chat known, by a code from the server.</summary>
internal sealed class BindStaff(IDutyDesk desk, Vocabulary vocabulary) : OneTurnDialog
{
    public override string Name => "duty/bind";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        // The platform's own account is what is bound: a browser's visitor is gone tomorrow.
        if (input.From.Channel != "wechat") return [new BindInWeChat()];

        var digits = LastDigits.In(input.Text);
        if (digits.Length != StaffBinding.CodeDigits) return [new TypeTheCode(vocabulary.TitleOf(Name)!)];

        return await desk.BindAsync(input.From.Id, digits, ct) switch
        {
            BindOutcome.Bound => [new StaffBound()],
            BindOutcome.BoundAlready => [new StaffBoundAlready()],
            _ => [new WrongStaffCode()],
        };
    }
}
