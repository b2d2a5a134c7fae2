using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.LegalAid.Outcomes;

/// <summary>The words of <c>legal-aid/outcomes.yaml</c>.</summary>
internal sealed partial class OutcomeWords
{
    private static readonly OutcomeCue[] Cues = Enum.GetValues<OutcomeCue>();

    private readonly IReadOnlyList<PhraseSet> _cues;

    private OutcomeWords(IReadOnlyList<PhraseSet> cues) => _cues = cues;

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static OutcomeWords Load(DataFolder folder) =>
        new([.. DataFile.Read(folder.Understanding("legal-aid", "outcomes.yaml")).Sections([.. Cues.Select(NameOf)]).Select(PhraseSet.Read)]);

    public bool Has(OutcomeCue cue, string text) => Find(cue, text) is not null;

    /// <summary>Where the first of its words stands; null when none does.</summary>
    public (int Start, int End)? Find(OutcomeCue cue, string text) => _cues[(int)cue].Find(text);

    private static string NameOf(OutcomeCue cue) => Humps().Replace(cue.ToString(), "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Humps();
}
