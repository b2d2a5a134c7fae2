using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.Binding;

/// <summary>
/// 名字打错了: the phone is confirmed and no row of the roster fitted, because the name was written wrong. The right one is looked
/// up with the same phone.
/// </summary>
internal sealed class CorrectName(IBinding binding, BindingWords words) : Dialog<CorrectName.Draft>
{
    public const string StoredName = "membership/correct-name";

    public sealed record Draft;

    public override string Name => StoredName;

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["name"] = new(_ => new AskRightName(), TakeNameAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (input.From.Card is { } card) return Done(new AlreadyBound(card.MaskedName));
        if (input.From.Level < MemberLevel.PhoneConfirmed) return Done(new BindWithRightName());

        return words.RightName(input.FullText) is { } name ? await CheckAsync(input.From, name, ct) : Ask("name", new Draft());
    }

    private async Task<Turn> TakeNameAsync(Draft draft, Input input, CancellationToken ct)
    {
        if (words.RightName(input.FullText) is { } right) return await CheckAsync(input.From, right, ct);
        if (input.IsAside) return Again();

        var said = WhoText.Read(input.FullText);
        var isWish = input.IsFreeWish && !said.IsIntroduced;
        return said.Name is { } name && !isWish ? await CheckAsync(input.From, name, ct) : Again();
    }

    private async Task<Turn> CheckAsync(Speaker from, string name, CancellationToken ct) => await binding.CorrectAsync(from, name, ct) switch
    {
        BindingResult.Bound bound => Done(new Bound(bound.Now.Card!.MaskedName, bound.Now.Card.Union)) with { Became = bound.Now },
        BindingResult.Unmatched unmatched => Done(new RightNameIsChecked()) with { Effects = [new Effect.HandOver(unmatched.CaseKind)] },
        _ => Done(new TooManyNames()) with { Effects = [new Effect.HandOver(CaseKinds.Check)] },
    };
}
