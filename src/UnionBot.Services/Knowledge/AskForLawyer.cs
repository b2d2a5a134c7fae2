using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Knowledge;

/// <summary>约律师: until lawyers can be booked here, a member of staff arranges it.</summary>
internal sealed class AskForLawyer : IDialog
{
    public const string DialogName = "knowledge/lawyer";

    public string Name => DialogName;

    public Task<Turn> BeginAsync(Input input, CancellationToken ct) => Task.FromResult(
        new Turn(new Move.Over(), [new LawyerIsAskedFor()]) { Effects = [new Effect.HandOver(CaseKinds.Lawyer)] });

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) =>
        throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;
}
