using System.Buffers;
using UnionBot.Chat.Understanding.Intents;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Chat.Understanding;

/// <summary>What free Chinese is understood and answered by: read and found to be whole, and not yet learnt.</summary>
public sealed class UnderstandingFiles
{
    private readonly InterpreterData _data;
    private readonly IReadOnlyList<KnowledgeEntry> _entries;
    private readonly IReadOnlyList<Elsewhere> _elsewhere;
    private readonly SearchValues<string> _asking;
    private readonly bool _demo;

    private UnderstandingFiles(
        InterpreterData data, IReadOnlyList<KnowledgeEntry> entries, IReadOnlyList<Elsewhere> elsewhere, SearchValues<string> asking, bool demo) =>
        (_data, _entries, _elsewhere, _asking, _demo) = (data, entries, elsewhere, asking, demo);

    /// <param name="templates">The <c>templates</c> folder.</param>
    /// <param name="demo">Whether invented places and days are served.</param>
    /// <exception cref="BrokenFileException">A data file is missing or wrong: names file, line and reason.</exception>
    public static UnderstandingFiles Read(string templates, bool demo) => new(
        InterpreterData.Load(templates),
        KnowledgeFolder.ReadEntries(templates, demo),
        KnowledgeFolder.ReadElsewhere(templates),
        KnowledgeFolder.ReadAsking(templates),
        demo);

    /// <summary>Reads another folder, for the same mode.</summary>
    /// <inheritdoc cref="Read"/>
    public UnderstandingFiles ReadOther(string templates) => Read(templates, _demo);

    /// <summary>What of the sentences that staff added cannot be merged over these files.</summary>
    public IReadOnlyList<SentenceConflict> ConflictsWith(IReadOnlyList<AddedSentence> added)
    {
        var conflicts = new List<SentenceConflict>();
        AddedSentences.Over(_data.Examples, added, conflicts);
        AddedSentences.Over(_entries, added, conflicts);
        return conflicts;
    }

    /// <summary>Learns from the files; takes a second or two, less where it was learnt before.</summary>
    /// <param name="added">What staff added to the files.</param>
    /// <param name="learnt">Where it is kept what was learnt before; null to learn.</param>
    public LoadedUnderstanding Learn(IReadOnlyList<AddedSentence>? added = null, LearntModels? learnt = null)
    {
        var conflicts = new List<SentenceConflict>();
        var interpreter = _data.Train(AddedSentences.Over(_data.Examples, added ?? [], conflicts), learnt);
        var entries = AddedSentences.Over(_entries, added ?? [], conflicts);
        return new LoadedUnderstanding(interpreter, KnowledgeBook.Learn(interpreter, entries, _elsewhere, _asking, learnt)) { Conflicts = conflicts };
    }
}
