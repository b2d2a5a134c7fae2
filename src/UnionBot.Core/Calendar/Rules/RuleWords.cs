using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Imports;

namespace UnionBot.Core.Calendar.Rules;

/// <summary>What staff read about rules, examples of them, and the spans with a name: <c>templates/calendar/rules.yaml</c>.</summary>
public sealed class RuleWords
{
    private readonly Dictionary<RuleProblem, string> _faults;
    private readonly Dictionary<RuleGap, string> _gaps;
    private readonly string _provisional;

    private RuleWords(DataNode file)
    {
        var sections = file.Sections("spans", "examples", "faults", "gaps", "provisional");
        Spans = [.. sections[0].Items().Select(NamedSpan.Read)];
        Examples = [.. sections[1].Items().Select(item => item.Text())];
        _faults = Texts<RuleProblem>(sections[2]);
        _gaps = Texts<RuleGap>(sections[3]);
        _provisional = sections[4].Text();
    }

    /// <summary>Rules of every form, to show what can be written.</summary>
    public IReadOnlyList<string> Examples { get; }

    internal IReadOnlyList<NamedSpan> Spans { get; }

    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">The file is missing or wrong, or something has no words.</exception>
    public static RuleWords Load(string folder) => new(DataFile.Read(Path.Combine(folder, "calendar", "rules.yaml")));

    /// <summary>What is wrong, and what would be right.</summary>
    public string Of(RuleFault fault) => _faults[fault.Problem]
        .Replace("{part}", fault.Part, StringComparison.Ordinal)
        .Replace("{guesses}", string.Join("”“", fault.Guesses), StringComparison.Ordinal);

    /// <summary>Why there is no day in a year.</summary>
    public string Of(RuleGap gap) => _gaps[gap];

    /// <summary>Said of days that may move when the holiday schedule of the year is loaded.</summary>
    public string OfProvisional(int year) => _provisional.Replace("{year}", $"{year}", StringComparison.Ordinal);

    private static Dictionary<T, string> Texts<T>(DataNode section)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        return names.Zip(WordKeys.Sections(section, names)).ToDictionary(pair => Enum.Parse<T>(pair.First), pair => pair.Second.Text());
    }
}

/// <summary>A span of days with a name: 三伏.</summary>
internal sealed record NamedSpan(IReadOnlyList<string> Words, DayRule First, DayRule Last)
{
    public static NamedSpan Read(DataNode node)
    {
        var parts = node.Sections("words", "first", "last");
        return new NamedSpan([.. parts[0].Items().Select(item => item.Text())], Rule(parts[1]), Rule(parts[2]));
    }

    private static DayRule Rule(DataNode node) => DayRule.Parse(node.Text())
        ?? throw node.Broken($"'{node.Text()}' is no day; write 10-01, L1-15, 冬至, 初伏 or 05-W2-7, with days more or less behind it.");
}
