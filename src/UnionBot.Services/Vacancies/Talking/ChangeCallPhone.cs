using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>我要改号码, while an officer is to call: the number is asked again and changed; the case stays the same.</summary>
internal sealed class ChangeCallPhone(IVacancyDesk desk, IWishReader reader) : Dialog<ChangeCallPhone.Draft>
{
    public sealed record Draft(bool HasConfirmedPhone);

    public override string Name => "vacancies/change-phone";

    protected override IReadOnlyDictionary<string, Step<Draft>> Steps => new Dictionary<string, Step<Draft>>
    {
        ["phone"] = new(draft => new AskNewCallPhone(draft.HasConfirmedPhone), TakePhoneAsync),
    };

    public override async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (!await desk.IsCallOnOrderAsync(input.From.Id, ct)) return Done(new NoCallToChange());

        return reader.PhoneIn(input.FullText, input.At) is { } phone
            ? await ChangeAsync(CallWay.GivenPhone, phone, input, ct)
            : Ask("phone", new Draft(input.From.Level >= MemberLevel.PhoneConfirmed), CallAnswer.Slip(input) is { } slip ? [slip] : []);
    }

    private async Task<Turn> TakePhoneAsync(Draft draft, Input input, CancellationToken ct) =>
        CallAnswer.Read(reader, input, draft.HasConfirmedPhone) switch
        {
            { Way: { } way } answer => await ChangeAsync(way, answer.Phone, input, ct),
            { Way: null } => Done(new CallStaysAsItIs()),
            null => CallAnswer.Slip(input) is { } slip ? Ask("phone", draft, slip) : Again(),
        };

    private async Task<Turn> ChangeAsync(CallWay way, MobileNumber? phone, Input input, CancellationToken ct)
    {
        await desk.ChangeCallAsync(input.From.Id, way, phone, input.At, ct);
        return Done(new CallPhoneIsChanged(phone is null ? null : DisplayMask.Mobile(phone.Value), way is CallWay.Chat));
    }
}
