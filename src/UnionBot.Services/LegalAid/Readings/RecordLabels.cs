using System.Collections.Frozen;
using System.Globalization;
using UnionBot.Chat.Understanding;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Figures;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Readings;

/// <summary>What lawyers and staff call what is stored by a code: <c>templates/legal-aid/labels.yaml</c>.</summary>
public sealed class RecordLabels
{
    private const decimal FenInYuan = 100;

    private const string TopicFront = "topic/";

    private readonly FrozenDictionary<string, string> _labels;

    private RecordLabels(IReadOnlyList<(string Key, string Title)> labels)
    {
        _labels = labels.ToFrozenDictionary(l => l.Key, l => l.Title, StringComparer.Ordinal);
        Topics = [.. labels.Where(l => l.Key.StartsWith(TopicFront, StringComparison.Ordinal)).Select(l => (l.Key[TopicFront.Length..], l.Title))];
    }

    /// <summary>What can be a matter, by its code, in the order of the file: the usual ones first.</summary>
    public IReadOnlyList<(string Code, string Title)> Topics { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static RecordLabels Load(DataFolder folder) => new(
        [.. DataFile.Read(Path.Combine(folder.Path, "legal-aid", "labels.yaml")).Entries().Select(e => (e.Key, e.Value.Text()))]);

    /// <summary>欠薪, for <c>wage_arrears</c>.</summary>
    public string OfTopic(string topic) => Of(TopicFront + topic);

    public string OfMode(ConsultationModes mode) => Of($"mode/{mode}");

    public string OfState(BookingState state) => Of($"state/{state}");

    public string OfReading(ReadingRight right) => Of($"reading/{right}");

    public IReadOnlyList<string> OfKinds(OutcomeKinds kinds) =>
        [.. Enum.GetValues<OutcomeKinds>().Where(kind => IsOne(kind) && kinds.HasFlag(kind)).Select(kind => Of($"outcome/{kind}"))];

    /// <summary>到场.</summary>
    public string OfFigure(string figure) => Of("figure/" + figure);

    /// <summary>What it is counted among: 预约.</summary>
    public string OfAmong(string figure) => Of("among/" + figure);

    public string OfUnit(FigureUnit unit) => Of($"unit/{unit}");

    public string OfSplit(FigureSplit by) => Of($"split/{by}");

    /// <summary>The name of a part; a region's is in the book of regions.</summary>
    public string OfPart(FigureSplit by, string key) => by switch
    {
        FigureSplit.Topic => OfTopic(key),
        FigureSplit.Mode => Of("mode/" + key),
        FigureSplit.Group => Of("group/" + key),
        FigureSplit.Worker when key.Length == 0 => Of("worker/none"),
        _ => key,
    };

    /// <summary>What was told beside the story, as 金额：18000 元.</summary>
    public IReadOnlyList<string> Of(ToldDetails told) => [.. FactsOf(told).Select(fact => $"{fact.Title}：{fact.Words}")];

    /// <summary>The same with title and words apart; only what was said.</summary>
    public IEnumerable<(string Title, string Words)> FactsOf(ToldDetails told) => told.Facts.Select(fact => (Of(fact.Key), ValueOf(fact.Key, fact.Value)));

    private static bool IsOne(OutcomeKinds kind) => short.IsPow2((short)kind);

    private string ValueOf(string name, string value) => name switch
    {
        "amount-fen" => string.Create(CultureInfo.InvariantCulture, $"{long.Parse(value, CultureInfo.InvariantCulture) / FenInYuan} 元"),
        "topics" => string.Join('、', value.Split(' ').Select(OfTopic)),
        "employed" or "representation" => Of($"{name}/{value}"),
        "done" or "evidence" or "wish" => string.Join('、', value.Split(", ").Select(one => Of($"{name}/{one}"))),
        _ when name.StartsWith("on-", StringComparison.Ordinal) => DaysOf(value),
        _ => value,
    };

    /// <summary>A day, or the first and the last that it may have been.</summary>
    private static string DaysOf(string value) => value.Split(' ') is [var first, var last] && first != last ? $"{first} 至 {last}" : value.Split(' ')[0];

    /// <summary>What a later version has stored is shown as it is.</summary>
    private string Of(string name) => _labels.GetValueOrDefault(name, name);
}
