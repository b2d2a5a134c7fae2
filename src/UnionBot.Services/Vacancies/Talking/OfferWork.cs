using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>我要招人: an employer wants to offer work; staff take it in, as they see the licence.</summary>
internal sealed class OfferWork : IDialog
{
    public string Name => "vacancies/offer";

    public Task<Turn> BeginAsync(Input input, CancellationToken ct) => Task.FromResult(
        new Turn(new Move.Over(), [new OfferWorkByStaff()]) { Effects = [new Effect.HandOver("handover/vacancy-offer")] });

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) =>
        throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;
}
