using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Chat.Understanding;

/// <summary>What free Chinese is understood and answered by, learnt from one state of the <c>templates</c> folder.</summary>
public sealed record LoadedUnderstanding(Interpreter Interpreter, KnowledgeBook Knowledge)
{
    /// <summary>What staff added and the files speak against; it is left out.</summary>
    public IReadOnlyList<SentenceConflict> Conflicts { get; init; } = [];
}
