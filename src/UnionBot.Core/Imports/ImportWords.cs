using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Core.Imports;

/// <summary>What staff read about an import, and how they head their tables: <c>templates/imports</c>, read once at start.</summary>
public sealed partial class ImportWords
{
    private readonly Dictionary<Enum, string> _places;
    private readonly Dictionary<Enum, string> _notices;
    private readonly Dictionary<Enum, string> _reasons;
    private readonly Dictionary<string, TableWords> _tables = new(StringComparer.Ordinal);

    private ImportWords(string folder, IEnumerable<ImportTable> tables)
    {
        var sections = DataFile.Read(Path.Combine(folder, "words.yaml")).Sections("places", "reasons", "notices");
        _places = Texts(sections[0], typeof(Place));
        _reasons = Texts(sections[1], typeof(ImportProblem));
        _notices = Texts(sections[2], typeof(ImportNoticeKind));
        foreach (var table in tables) Add(table, DataFile.Read(Path.Combine(folder, $"{table.Kind}.yaml")));
    }

    private enum Place
    {
        File,
        Row,
        Column,
        Cell,
    }

    /// <exception cref="BrokenFileException">A file is missing or wrong, or something has no words.</exception>
    public static ImportWords Load(DataFolder folder, IEnumerable<ImportTable> tables) =>
        new(Path.Combine(folder.Path, "imports"), tables);

    public TableWords Table(string kind) => _tables[kind];

    public string Of(ImportFault fault)
    {
        var place = (fault.Row, fault.Column) switch
        {
            (0, null) => Place.File,
            (0, _) => Place.Column,
            (_, null) => Place.Row,
            _ => Place.Cell,
        };
        return _places[place]
            .Replace("{row}", Number(fault.Row), StringComparison.Ordinal)
            .Replace("{column}", fault.Column, StringComparison.Ordinal)
            .Replace("{reason}", Of(fault.Reason), StringComparison.Ordinal);
    }

    public string Of(ImportNotice notice) => WithWords(_notices[notice.Kind], notice.Names);

    /// <summary>What is wrong, without where.</summary>
    public string Of(ImportReason reason)
    {
        var text = WithWords(_reasons[reason.Problem], reason.Words);
        return reason.Most is { } most ? text.Replace("{most}", Number(most), StringComparison.Ordinal) : text;
    }

    private static string WithWords(string text, IReadOnlyList<string> words) =>
        text.Replace("{words}", string.Join('、', words), StringComparison.Ordinal);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Add(ImportTable table, DataNode file)
    {
        var sections = file.Sections(table.Problems is null ? ["columns", "meanings"] : ["columns", "meanings", "reasons"]);
        _tables.Add(table.Kind, TableWords.Read(table, sections[0], sections[1]));
        if (table.Problems is null) return;

        foreach (var (problem, text) in Texts(sections[2], table.Problems)) _reasons.Add(problem, text);
    }

    /// <summary>The marks that a text must hold, once each.</summary>
    private static string[] MarksOf(Enum key) => key switch
    {
        Place.File => ["{reason}"],
        Place.Row => ["{reason}", "{row}"],
        Place.Column => ["{column}", "{reason}"],
        Place.Cell => ["{column}", "{reason}", "{row}"],
        ImportProblem.TooManyBytes or ImportProblem.TooManyRows or ImportProblem.TooManyColumns
            or ImportProblem.CellTooLong or ImportProblem.TextTooLong => ["{most}"],
        ImportProblem.NotOneOf or ImportNoticeKind => ["{words}"],
        _ => [],
    };

    /// <summary>A text for every member of the enumeration and no other, each with the marks that are filled in.</summary>
    private static Dictionary<Enum, string> Texts(DataNode section, Type keys)
    {
        var names = Enum.GetNames(keys);
        var texts = WordKeys.Sections(section, names).Zip(names, (node, name) => Text(node, (Enum)Enum.Parse(keys, name)));
        return new Dictionary<Enum, string>(texts);
    }

    private static KeyValuePair<Enum, string> Text(DataNode node, Enum key)
    {
        var (text, marks) = (node.Text(), MarksOf(key));
        return Mark.Matches(text).Select(mark => mark.Value).Order(StringComparer.Ordinal).SequenceEqual(marks)
            ? KeyValuePair.Create(key, text)
            : throw node.Broken($"This must hold {(marks.Length == 0 ? "no name in braces" : string.Join(", ", marks))}, once each.");
    }

    [GeneratedRegex(@"\{[a-z]*\}")]
    private static partial Regex Mark { get; }
}
