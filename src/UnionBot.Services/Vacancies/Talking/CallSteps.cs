using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>联系: an officer is to call, by which number, and another one later.</summary>
internal sealed class CallSteps(VacancyFinder finder, IVacancyDesk desk, IWishReader reader)
{
    /// <summary>联系 speaks of the vacancy that is open; 第二个，帮我联系 of one in the list.</summary>
    public async Task<Turn> ContactAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        if (draft.Page is not { } page || (reader.OrdinalIn(input.Text, input.At) - 1 ?? Named(input.Text, page)) is not { } index
            || page.Cards.ElementAtOrDefault(index) is not { } card)
        {
            return AskPhone(draft, input);
        }

        var opened = await finder.OpenAsync(draft, card.Id, input, ct);
        return opened.Move is Move.To { Draft: VacancyDraft { Open: not null } open } ? AskPhone(open, input) : opened;
    }

    /// <returns>Null when something else is said, about the work: the question must not hold anybody.</returns>
    public async Task<Turn?> TryTakePhoneAsync(VacancyDraft draft, Input input, CancellationToken ct) =>
        CallAnswer.Read(reader, input, draft.HasConfirmedPhone) switch
        {
            { Way: { } way } answer => await CallAsync(draft, way, answer.Phone, input, ct),
            { Way: null } => VacancyTurns.Say(draft, new NoCallIsAsked()),
            null => CallAnswer.Slip(input) is { } slip ? VacancyTurns.Ask("phone", draft, slip) : null,
        };

    /// <summary>改成137…, behind a call that is on order: a number said over the list can be nothing else.</summary>
    public async Task<Turn?> TryChangePhoneAsync(VacancyDraft draft, Input input, CancellationToken ct)
    {
        var (phone, slip) = (reader.PhoneIn(input.FullText, input.At), CallAnswer.Slip(input));
        if ((phone is null && slip is null) || !await desk.IsCallOnOrderAsync(input.From.Id, ct)) return null;
        if (phone is null) return VacancyTurns.Say(draft, slip!);

        await desk.ChangeCallAsync(input.From.Id, CallWay.GivenPhone, phone, input.At, ct);
        return VacancyTurns.Say(draft, new CallPhoneIsChanged(DisplayMask.Mobile(phone.Value), InChat: false));
    }

    private static Turn AskPhone(VacancyDraft draft, Input input) =>
        VacancyTurns.Ask("phone", draft with { HasConfirmedPhone = input.From.Level >= MemberLevel.PhoneConfirmed });

    private async Task<Turn> CallAsync(VacancyDraft draft, CallWay way, MobileNumber? phone, Input input, CancellationToken ct)
    {
        await desk.AskForCallAsync(input.From.Id, draft.Open?.Card.Id, way, phone, draft.Wish.StartsOn, input.At, ct);
        return VacancyTurns.Say(draft, new CallIsAsked(draft.Open?.Card.Title, way is not CallWay.Chat)) with
        {
            Effects =
            [
                new Effect.HandOver(VacancyCall.CaseKind)
                {
                    Subject = VacancyCall.SubjectOf(draft.Open?.Card.Id),
                    Within = VacancyCall.Within,
                },
            ],
        };
    }

    /// <summary>最后一个，给我报名: one clause chooses.</summary>
    private static int? Named(string text, VacancyPage page) => text.Split('，', ',', ' ')
        .Select(clause => Choice.Read(clause, page.Cards.Count)).FirstOrDefault(index => index is not null);
}
