using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Services.LegalAid.Deadlines;

namespace UnionBot.Services.LegalAid.Intake;

/// <summary>The words by which a consultation is told: <c>legal-aid/words.yaml</c> and <c>legal-aid/events.yaml</c>.</summary>
public sealed partial class IntakeWords
{
    private static readonly IntakeCue[] Cues = Enum.GetValues<IntakeCue>();

    private readonly IReadOnlyList<PhraseSet> _cues;
    private readonly IReadOnlyList<(LimitEvent Event, PhraseSet Words)> _events;

    private IntakeWords(IReadOnlyList<PhraseSet> cues, IReadOnlyList<(LimitEvent, PhraseSet)> events) => (_cues, _events) = (cues, events);

    /// <exception cref="BrokenFileException">A file is missing or wrong.</exception>
    public static IntakeWords Load(DataFolder folder)
    {
        var cues = DataFile.Read(folder.Understanding("legal-aid", "words.yaml")).Sections([.. Cues.Select(NameOf)]);
        var events = new List<(LimitEvent, PhraseSet)>();
        foreach (var (name, words) in DataFile.Read(folder.Understanding("legal-aid", "events.yaml")).Entries())
        {
            var told = LimitBook.EventNamed(name) ?? throw words.Broken($"'{name}' is nothing that a limit is counted from.");
            events.Add((told, PhraseSet.Read(words)));
        }

        return new IntakeWords([.. cues.Select(PhraseSet.Read)], events);
    }

    public bool Has(IntakeCue cue, string text) => _cues[(int)cue].IsIn(text);

    /// <summary>The words of a cue as they were said; null when it was not.</summary>
    public string? Said(IntakeCue cue, string text) => _cues[(int)cue].Find(text) is var (start, end) ? text[start..end] : null;

    /// <summary>Every cue of a text.</summary>
    public IReadOnlySet<IntakeCue> Read(string text) => Cues.Where(cue => Has(cue, text)).ToHashSet();

    /// <summary>What happened, by the words of a text; of several the one that stands first in the file.</summary>
    public LimitEvent? EventIn(string text)
    {
        foreach (var (told, words) in _events)
        {
            if (words.IsIn(text)) return told;
        }

        return null;
    }

    private static string NameOf(IntakeCue cue) => Humps().Replace(cue.ToString(), "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Humps();
}
