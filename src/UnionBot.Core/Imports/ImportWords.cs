using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;

namespace UnionBot.Core.Imports;

/// <summary>What staff read about an import, and how they head their tables: <c>templates/imports</c>, read once at start.</summary>
public sealed partial class ImportWords
{
    private readonly Dictionary<Place, string> _places;
    private readonly Dictionary<ImportProblem, string> _reasons;
    private readonly Dictionary<ImportNoticeKind, string> _notices;

    private ImportWords(string folder)
    {
        var sections = DataFile.Read(Path.Combine(folder, "imports", "words.yaml")).Sections("places", "reasons", "notices");
        _places = Texts<Place>(sections[0], MarksOf);
        _reasons = Texts<ImportProblem>(sections[1], MarksOf);
        _notices = Texts<ImportNoticeKind>(sections[2], _ => ["{words}"]);
        Organisations = OrganisationColumns.LoadWords(folder);
        Members = RosterColumns.LoadWords(folder);
    }

    private enum Place
    {
        File,
        Row,
        Column,
        Cell,
    }

    internal TableWords Organisations { get; }

    internal TableWords Members { get; }

    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">A file is missing or wrong, or something has no words.</exception>
    public static ImportWords Load(string folder) => new(folder);

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

    private string Of(ImportReason reason)
    {
        var text = WithWords(_reasons[reason.Problem], reason.Words);
        return reason.Most is { } most ? text.Replace("{most}", Number(most), StringComparison.Ordinal) : text;
    }

    private static string WithWords(string text, IReadOnlyList<string> words) =>
        text.Replace("{words}", string.Join('、', words), StringComparison.Ordinal);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] MarksOf(Place place) => place switch
    {
        Place.File => ["{reason}"],
        Place.Row => ["{reason}", "{row}"],
        Place.Column => ["{column}", "{reason}"],
        _ => ["{column}", "{reason}", "{row}"],
    };

    private static string[] MarksOf(ImportProblem problem) => problem switch
    {
        ImportProblem.TooManyBytes or ImportProblem.TooManyRows or ImportProblem.TooManyColumns
            or ImportProblem.CellTooLong or ImportProblem.TextTooLong => ["{most}"],
        ImportProblem.NotOneOf => ["{words}"],
        _ => [],
    };

    /// <summary>A text for every member of the enumeration and no other, each with the marks that are filled in.</summary>
    private static Dictionary<TKey, string> Texts<TKey>(DataNode section, Func<TKey, string[]> marksOf)
        where TKey : struct, Enum
    {
        var keys = Enum.GetValues<TKey>().ToDictionary(
            key => JsonNamingPolicy.KebabCaseLower.ConvertName(key.ToString()), StringComparer.Ordinal);
        var texts = new Dictionary<TKey, string>();
        foreach (var (name, node) in section.Entries())
        {
            if (!keys.Remove(name, out var key)) throw node.Broken($"'{name}' is not known here.");

            var (text, marks) = (node.Text(), marksOf(key));
            if (!Mark.Matches(text).Select(mark => mark.Value).Order(StringComparer.Ordinal).SequenceEqual(marks))
                throw node.Broken($"'{name}' must hold {(marks.Length == 0 ? "nothing in braces" : string.Join(", ", marks))}, once each.");

            texts.Add(key, text);
        }

        return keys.Count == 0 ? texts : throw section.Broken($"There are no words for '{keys.Keys.First()}'.");
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Mark { get; }
}
