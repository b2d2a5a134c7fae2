using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>绑定律师 123456: a lawyer makes their own chat known, by a code from staff.</summary>
internal sealed class BindLawyer(LawyerDesk desk, Vocabulary vocabulary) : OneTurnDialog
{
    public override string Name => "legal-aid/lawyer-bind";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        // The platform's own account is what is bound: a browser's visitor is gone tomorrow.
        if (input.From.Channel != "wechat") return [new BindLawyerInWeChat()];

        var code = string.Concat(input.Text.Where(char.IsAsciiDigit));
        if (code.Length != LawyerBinding.CodeDigits) return [new TypeLawyerCode(vocabulary.TitleOf(Name)!)];

        return await desk.BindAsync(input.From.Id, code, ct) switch
        {
            BindOutcome.Bound => [new LawyerBound()],
            BindOutcome.BoundAlready => [new LawyerBoundAlready()],
            _ => [new WrongLawyerCode()],
        };
    }
}
