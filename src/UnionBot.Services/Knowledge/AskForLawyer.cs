using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Knowledge;

/// <summary>
/// 约律师: until lawyers can be booked here, a member of staff arranges it. Who only asks about it (法律援助要钱不) is answered, and may
/// take the lawyer behind.
/// </summary>
internal sealed class AskForLawyer(AnswerQuestion answers) : IDialog
{
    public const string DialogName = "knowledge/lawyer";

    /// <summary>Booking, changing and cancelling are one case: whoever arranges the lawyer reads all of it.</summary>
    public static Effect Wanted { get; } = new Effect.HandOver(CaseKinds.Lawyer);

    public string Name => DialogName;

    public async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        if (input is { Key: null, Intent: Intent.BookLegalAid } && answers.IsAsked(input))
        {
            var answer = await answers.BeginAsync(input with { OnlyIfSure = true, Intent = null }, ct);
            if (answer.Move is not Move.Pass) return answer;
        }

        return new Turn(new Move.Over(), [new LawyerIsAskedFor()]) { Effects = [Wanted] };
    }

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) =>
        throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;
}
