using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>What people say about being told of new vacancies, from <c>vacancies/rules.yaml</c>.</summary>
public sealed class RuleWords
{
    private static readonly RuleCue[] Cues = Enum.GetValues<RuleCue>();

    private readonly string[] _keepAlone;
    private readonly IReadOnlyList<(RuleCue Cue, string[] Words)> _words;

    private RuleWords(string[] keepAlone, string[] offers, string[] digestAnswers, IReadOnlyList<(RuleCue, string[])> words)
    {
        (_keepAlone, DigestAnswers, _words) = (keepAlone, digestAnswers, words);
        (TakeUp, TakeUpAll, TakeUpMine, ThroughUnion, Elsewhere) = (offers[0], offers[1], offers[2], offers[3], offers[4]);
    }

    /// <summary>What it is called to take up again what was ended.</summary>
    public string TakeUp { get; }

    /// <summary>The same for all, where several were ended together …</summary>
    public string TakeUpAll { get; }

    /// <summary>… and for the worker's own of them.</summary>
    public string TakeUpMine { get; }

    /// <summary>What somebody says who found work through the union …</summary>
    public string ThroughUnion { get; }

    /// <summary>… and elsewhere.</summary>
    public string Elsewhere { get; }

    /// <summary>What the answers to a vacancy of a digest are called, in the order of <see cref="DigestAnswer"/>.</summary>
    public IReadOnlyList<string> DigestAnswers { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static RuleWords Load(DataFolder folder)
    {
        string[] names = ["keep-alone", "take-up", "take-up-all", "take-up-mine", "through-union", "elsewhere", "digest-answers", .. Cues.Select(cue => cue.ToString().ToLowerInvariant())];
        var lists = DataFile.Read(folder.Understanding("vacancies", "rules.yaml")).Sections(names)
            .Select(list => list.Words().Select(w => w.Word).ToArray()).ToList();
        return new RuleWords(lists[0], [.. lists.Skip(1).Take(5).Select(list => list[0])], lists[6], [.. Cues.Zip(lists.Skip(7))]);
    }

    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    /// <returns>The first in the order of <see cref="RuleCue"/>; null when nothing is said of it.</returns>
    public RuleCue? Read(string text)
    {
        if (_keepAlone.Contains(text.TrimEnd('。', '.', '!', '！', '吧', '啊', '呀'))) return RuleCue.Keep;

        foreach (var (cue, words) in _words)
        {
            if (Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal))) return cue;
        }

        return null;
    }
}

/// <summary>In the order in which they count where two are said: whoever stops means nothing else.</summary>
public enum RuleCue
{
    /// <summary>退订.</summary>
    Stop,

    /// <summary>已找到.</summary>
    Found,

    /// <summary>先别发.</summary>
    Pause,

    /// <summary>为什么推这个.</summary>
    Why,

    /// <summary>一周一次.</summary>
    Weekly,

    /// <summary>每天.</summary>
    Daily,

    /// <summary>还在找.</summary>
    Still,

    /// <summary>有新的告诉我.</summary>
    Keep,
}
