using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.Binding;

/// <summary>
/// 绑定: name and phone find a row of the roster, in any order; only a code that reaches the phone, or one that staff
/// issued, proves that the row is this person's.
/// </summary>
internal sealed class BindMember(IBinding binding, SureNames names, BindingWords words) : Dialog<BindMember.Draft>
{
    /// <param name="MaskedPhone">Where the code went. The number itself is kept only with the code, encrypted.</param>
    /// <param name="Doubted">What may be the name; the person has been asked whether it is.</param>
    public sealed record Draft(string? Name = null, string? MaskedPhone = null, string? Doubted = null);

    public override string Name => "membership/bind";

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["name"] = new(draft => draft.Doubted is { } name ? new IsThatYourName(name) : new AskName(), TakeWhoAsync),
        ["phone"] = new(draft => new AskPhone(draft.Name), TakeWhoAsync),
        ["code"] = new(draft => new AskCode(draft.MaskedPhone!), TakeCodeAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (input.From.Card is { } card) return Done(new AlreadyBound(card.MaskedName));

        // 绑定 ABCD2345 says all there is to say.
        return BindCodeText.Read(input.FullText) is { } bindCode
            ? await RedeemAsync(new Draft(), bindCode, input.From, ct)
            : Next(new Draft(), input.From);
    }

    private async Task<Turn> TakeWhoAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (draft.Doubted is { } doubted && YesNo.Read(input.Text) is { } isName)
            return Next(draft with { Name = isName ? doubted : null, Doubted = null }, input.From);
        if (Remark(draft, input) is { } heard) return heard;
        if (BindCodeText.Read(input.FullText) is { } bindCode) return await RedeemAsync(draft, bindCode, input.From, ct);
        if (input.IsAside && WhoText.Read(input.FullText).Phone is null) return Again();
        if (draft.MaskedPhone is { } sentTo)
        {
            // The phone came first, so its code may be spoken of before the name is.
            if (CodeText.IsRequest(input.Text)) return await ResendAsync(draft, input.From, ct);
            if (CodeText.Digits(input.FullText) is not null) return Again(new CodeIsOnItsWay(sentTo));
        }

        var said = WhoText.Read(input.FullText);
        var isWish = input.IsFreeWish && !said.IsIntroduced;
        if (said.Phone is null && (said.Name is null || isWish))
            return said.HasOtherNumber ? Again(new NoSuchNumberNeeded()) : Again();

        var filled = Named(draft, said, input);
        if (said.Phone is { } phone) return await SendAsync(filled, phone, input.From, ct);
        return filled == draft ? Again() : Next(filled, input.From);
    }

    /// <summary>Puts a name right, helps who is lost or has no phone, lets be who would rather not say it, and lets go who will not be bound.</summary>
    private Turn? Remark(Draft draft, Input input)
    {
        if (words.RightName(input.FullText) is { } right) return Next(draft with { Name = right, Doubted = null }, input.From);
        if (input.NamedDialog == CorrectName.StoredName) return Next(draft with { Name = null, Doubted = null }, input.From);
        if (words.IsLeaving(input.Text)) return Done(new LeftUnbound());
        if (words.HasNoPhone(input.Text)) return Next(draft, input.From, new BindWithoutPhone());
        if (words.IsLost(input.Text)) return Next(draft, input.From, new HelpWithBinding());
        return words.WouldRatherNot(input.Text) ? Next(draft, input.From, new NeedNotBeBound()) : null;
    }

    /// <summary>Takes a name that is sure or said twice; asks for another, unless there is one already.</summary>
    private Draft Named(Draft draft, WhoText said, Input input) =>
        said.Name is not { } name ? draft
        : name == draft.Doubted || names.Has(said, input) ? draft with { Name = name, Doubted = null }
        : draft.Name is null ? draft with { Doubted = name }
        : draft;

    private async Task<Turn> TakeCodeAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (Remark(draft, input) is { } heard) return heard;
        if (BindCodeText.Read(input.FullText) is { } bindCode) return await RedeemAsync(draft, bindCode, input.From, ct);
        if (input.IsAside && WhoText.Read(input.FullText).Phone is null) return Again();
        if (CodeText.Digits(input.FullText) is { } digits)
            return Answer(draft, await binding.ProveAsync(input.From, draft.Name, digits, ct));
        if (CodeText.AsksAgain(input.Text)) return await ResendAsync(draft, input.From, ct);

        // Another number at this point corrects the one before.
        return WhoText.Read(input.FullText).Phone is { } phone ? await SendAsync(draft, phone, input.From, ct) : Again();
    }

    private async Task<Turn> SendAsync(Draft draft, MobileNumber phone, Speaker from, CancellationToken ct) => AfterSending(
        draft with { MaskedPhone = DisplayMask.Mobile(phone.Value) }, await binding.SendCodeAsync(from, phone, ct), from);

    private async Task<Turn> ResendAsync(Draft draft, Speaker from, CancellationToken ct) =>
        AfterSending(draft, await binding.ResendCodeAsync(from, ct), from);

    private Turn AfterSending(Draft draft, CodeSending sending, Speaker from) => sending switch
    {
        CodeSending.OnItsWay => Next(draft, from),
        CodeSending.TooSoon => Next(draft, from, new CodeJustSent()),
        CodeSending.AnotherJustSent => Ask("phone", draft with { MaskedPhone = null }, new AnotherCodeJustSent(draft.MaskedPhone!)),
        CodeSending.TooMany => Done(new CodesUsedUp()),
        _ => Ask("phone", draft with { MaskedPhone = null }),
    };

    private Turn Next(Draft draft, Speaker from, params IReply[] before)
    {
        var needsName = draft.Name is null && CanBeBound(from);
        if (draft.MaskedPhone is null) return Ask(needsName ? "name" : "phone", draft, before);
        return needsName ? Ask("name", draft, [.. before, new CodeIsOnItsWay(draft.MaskedPhone)]) : Ask("code", draft, before);
    }

    private async Task<Turn> RedeemAsync(Draft draft, string bindCode, Speaker from, CancellationToken ct) =>
        Answer(draft, await binding.RedeemAsync(from, bindCode, ct));

    private Turn Answer(Draft draft, BindingResult result) => result switch
    {
        BindingResult.Bound bound => Done(new Bound(bound.Now.Card!.MaskedName, bound.Now.Card.Union)) with { Became = bound.Now },
        BindingResult.Unmatched unmatched => Done(new PhoneConfirmedRosterIsChecked()) with
        {
            Became = unmatched.Now,
            Effects = [new Effect.HandOver(unmatched.CaseKind)],
        },
        BindingResult.PhoneOnly confirmed => Done(new PhoneConfirmed()) with { Became = confirmed.Now },
        BindingResult.WrongCode wrong => Ask("code", draft, new WrongCode(wrong.TriesLeft)),
        BindingResult.CodeGone => Ask("code", draft, new CodeGone()),
        BindingResult.TooManyTries => Done(new TooManyBindCodes()),
        _ => Again(new WrongBindCode()),
    };

    private static bool CanBeBound(Speaker from) => from.Channel != "web";
}
