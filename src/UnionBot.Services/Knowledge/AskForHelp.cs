using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Services.Knowledge;

/// <summary>要, said to an answer: a member of staff helps with what it is about.</summary>
internal sealed class AskForHelp : IDialog
{
    public const string DialogName = "knowledge/help";

    public string Name => DialogName;

    public static Effect With(KnowledgeEntry entry) => With(entry.Id);

    public Task<Turn> BeginAsync(Input input, CancellationToken ct) => Task.FromResult(
        new Turn(new Move.Over(), [new HelpIsAskedFor()]) { Effects = [With(EntryIn(input.Key))] });

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) =>
        throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;

    private static Effect.HandOver With(string? entry) =>
        new(CaseKinds.Wish) { Subject = entry is null ? null : $"knowledge/{entry}" };

    private static string? EntryIn(string? key) => key?.IndexOf(':') is >= 0 and var colon ? key[(colon + 1)..] : null;
}
