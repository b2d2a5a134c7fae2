using UnionBot.Chat.Dialogs;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.MyData;

/// <summary>导出我的资料: after a fresh code, a link to a whole copy for a short time.</summary>
internal sealed class ExportMyData(IMyData data, IFreshCodes codes) : Dialog<ExportMyData.Draft>
{
    public sealed record Draft(string MaskedPhone);

    public override string Name => "membership/export";

    public override MemberLevel Needs => MemberLevel.PhoneConfirmed;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["code"] = new(draft => new AskCode(draft.MaskedPhone), TakeCodeAsync),
    };

    public override Task<Turn> BeginAsync(Input input, CancellationToken ct) => SendAsync(input.From, ct);

    private async Task<Turn> SendAsync(Speaker speaker, CancellationToken ct)
    {
        var code = await codes.SendAsync(speaker, CodePurpose.Export, ct);
        return code.Sending switch
        {
            CodeSending.OnItsWay => Ask("code", new Draft(code.MaskedPhone!)),
            CodeSending.TooSoon => Ask("code", new Draft(code.MaskedPhone!), new CodeJustSent()),
            CodeSending.TooMany => Done(new CodesUsedUp()),
            _ => Done(new NoPhoneForCode()),
        };
    }

    private async Task<Turn> TakeCodeAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (input.IsAside) return Again();
        if (CodeText.AsksAgain(input.Text)) return await SendAsync(input.From, ct);
        if (CodeText.Digits(input.FullText) is not { } digits) return Again();

        return await codes.CheckAsync(input.From, CodePurpose.Export, digits, ct) switch
        {
            CodeCheck.Right => Done(new MyDataIsReady((await data.OpenLinkAsync(input.From, ct)).ToString())),
            CodeCheck.Wrong wrong => Ask("code", draft, new WrongCode(wrong.TriesLeft)),
            _ => Ask("code", draft, new CodeGone()),
        };
    }
}
