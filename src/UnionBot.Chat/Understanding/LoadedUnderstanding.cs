using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Chat.Understanding;

/// <summary>What free Chinese is understood and answered by, learnt from one state of the <c>templates</c> folder.</summary>
public sealed record LoadedUnderstanding(Interpreter Interpreter, KnowledgeBook Knowledge)
{
    /// <summary>What staff added and the files speak against; it is left out.</summary>
    public IReadOnlyList<SentenceConflict> Conflicts { get; init; } = [];

    /// <param name="templates">The <c>templates</c> folder.</param>
    /// <param name="demo">Whether invented places and days are served.</param>
    /// <param name="added">What staff added to the files.</param>
    /// <exception cref="BrokenFileException">A data file is missing or wrong: names file, line and reason.</exception>
    public static LoadedUnderstanding Load(string templates, bool demo, IReadOnlyList<AddedSentence>? added = null)
    {
        var (data, conflicts) = (InterpreterData.Load(templates), new List<SentenceConflict>());
        var interpreter = data.Train(AddedSentences.Over(data.Examples, added ?? [], conflicts));
        var entries = AddedSentences.Over(KnowledgeFolder.ReadEntries(templates, demo), added ?? [], conflicts);
        return new LoadedUnderstanding(interpreter, KnowledgeBook.Learn(templates, interpreter, entries)) { Conflicts = conflicts };
    }
}
