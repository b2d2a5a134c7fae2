using System.Buffers;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Chat.Understanding;

/// <summary>What free Chinese is understood and answered by: read and found to be whole, and not yet learnt.</summary>
public sealed class UnderstandingFiles
{
    private readonly InterpreterData _data;
    private readonly IReadOnlyList<KnowledgeEntry> _entries;
    private readonly IReadOnlyList<Elsewhere> _elsewhere;
    private readonly SearchValues<string> _asking;

    private UnderstandingFiles(
        InterpreterData data, IReadOnlyList<KnowledgeEntry> entries, IReadOnlyList<Elsewhere> elsewhere, SearchValues<string> asking) =>
        (_data, _entries, _elsewhere, _asking) = (data, entries, elsewhere, asking);

    /// <param name="templates">The <c>templates</c> folder.</param>
    /// <param name="demo">Whether invented places and days are served.</param>
    /// <exception cref="BrokenFileException">A data file is missing or wrong: names file, line and reason.</exception>
    public static UnderstandingFiles Read(string templates, bool demo) => new(
        InterpreterData.Load(templates),
        KnowledgeFolder.ReadEntries(templates, demo),
        KnowledgeFolder.ReadElsewhere(templates),
        KnowledgeFolder.ReadAsking(templates));

    /// <summary>Learns from the files; takes a second or two.</summary>
    /// <param name="added">What staff added to the files.</param>
    public LoadedUnderstanding Learn(IReadOnlyList<AddedSentence>? added = null)
    {
        var conflicts = new List<SentenceConflict>();
        var interpreter = _data.Train(AddedSentences.Over(_data.Examples, added ?? [], conflicts));
        var entries = AddedSentences.Over(_entries, added ?? [], conflicts);
        return new LoadedUnderstanding(interpreter, KnowledgeBook.Learn(interpreter, entries, _elsewhere, _asking)) { Conflicts = conflicts };
    }
}
