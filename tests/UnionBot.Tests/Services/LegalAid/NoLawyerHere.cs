using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Talking;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>What opens where answers offer a lawyer, for tests of those who offer it.</summary>
internal sealed class NoLawyerHere : IDialog
{
    public string Name => BookConsultation.DialogName;

    public Task<Turn> BeginAsync(Input input, CancellationToken ct) => Task.FromResult(
        new Turn(new Move.Over(), [new LawyerIsAskedFor()]) { Effects = [new Effect.HandOver(CaseKinds.Lawyer)] });

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) => throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;
}
