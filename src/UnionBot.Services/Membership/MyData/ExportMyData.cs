using UnionBot.Chat.Dialogs;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.MyData;

/// <summary>
/// 导出我的资料: a link to a page, and a code to the phone that opens it. The code is typed on the page and never in the
/// talk, so that whoever reads the talk has only half of what it takes.
/// </summary>
internal sealed class ExportMyData(IMyData data, IFreshCodes codes) : OneTurnDialog
{
    public override string Name => "membership/export";

    public override MemberLevel Needs => MemberLevel.PhoneConfirmed;

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        var code = await codes.SendAsync(input.From, CodePurpose.Export, ct);
        return
        [
            code.Sending switch
            {
                CodeSending.OnItsWay => new MyDataIsReady((await data.OpenLinkAsync(input.From, ct)).ToString(), code.MaskedPhone!),
                CodeSending.TooSoon or CodeSending.AnotherJustSent => new MyDataInAMinute(code.MaskedPhone!),
                CodeSending.TooMany => new CodesUsedUp(),
                _ => new NoPhoneForCode(),
            },
        ];
    }
}
