using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.MyData;

/// <summary>
/// 删除我的资料: says what goes and what stays; then an explicit word and, where a phone is known, a fresh code.
/// </summary>
internal sealed class DeleteMyData(IDeletion deletion, IFreshCodes codes) : Dialog<DeleteMyData.Draft>
{
    /// <summary>A yes or a number is not enough to be forgotten.</summary>
    internal const string Confirmation = "确认删除";

    public const string StoredName = "membership/delete";

    public sealed record Draft(string? MaskedPhone = null);

    public override string Name => StoredName;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["confirm"] = new(_ => new ExplainDeletion(Confirmation), ConfirmAsync),
        ["code"] = new(draft => new AskCode(draft.MaskedPhone!), TakeCodeAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct) =>
        await deletion.PendingAsync(input.From.Id, ct) is { } day
            ? Done(new DeletionIsPending(day))
            : Ask("confirm", new Draft());

    private async Task<Turn> ConfirmAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (YesNo.Read(input.Text) is false || IsRevoked(input)) return Done(new NothingDeleted());
        if (input.Text.Trim('。', '.', '!', ' ') != Confirmation) return Again();

        return await SendAsync(input.From, ct);
    }

    private async Task<Turn> SendAsync(Speaker speaker, CancellationToken ct)
    {
        var code = await codes.SendAsync(speaker, CodePurpose.Delete, ct);
        return code.Sending switch
        {
            CodeSending.OnItsWay => Ask("code", new Draft(code.MaskedPhone)),
            CodeSending.TooSoon => Ask("code", new Draft(code.MaskedPhone), new CodeJustSent()),
            CodeSending.AnotherJustSent => InAMinute(code.MaskedPhone!),
            CodeSending.TooMany => Done(new CodesUsedUp()),
            _ => await RequestAsync(speaker, ct),
        };
    }

    /// <summary>What goes and what stays was said before: only when to confirm again.</summary>
    private static Turn InAMinute(string maskedPhone) =>
        new(new Move.To("confirm", new Draft()), [new DeletionInAMinute(maskedPhone, Confirmation)]);

    private async Task<Turn> TakeCodeAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (IsRevoked(input)) return Done(new NothingDeleted());
        if (input.IsAside) return Again();
        if (CodeText.AsksAgain(input.Text)) return await SendAsync(input.From, ct);
        if (CodeText.Digits(input.FullText) is not { } digits) return Again();

        return await codes.CheckAsync(input.From, CodePurpose.Delete, digits, ct) switch
        {
            CodeCheck.Right => await RequestAsync(input.From, ct),
            CodeCheck.Wrong wrong => Ask("code", draft, new WrongCode(wrong.TriesLeft)),
            _ => Ask("code", draft, new CodeGone()),
        };
    }

    /// <summary>不删了, before anything was asked for: there is nothing to take back yet.</summary>
    private static bool IsRevoked(Input input) => input.NamedDialog == KeepMyData.StoredName;

    private async Task<Turn> RequestAsync(Speaker speaker, CancellationToken ct) =>
        Done(new DeletionIsPending(await deletion.RequestAsync(speaker.Id, ct)));
}
