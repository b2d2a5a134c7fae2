using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.LegalAid.Outcomes;

/// <summary>Reads what a lawyer writes of a consultation in one message: 咨询 代书，涉案18000元，追回1.2万，40分钟.</summary>
internal sealed partial class OutcomeReader(OutcomeWords words)
{
    private const decimal FenInYuan = 100;

    /// <summary>What little is left of a clause that was understood (了, 共, 约) is no note.</summary>
    private const int ShortestNote = 5;

    private const int MinutesInHour = 60;

    private const int HalfHour = 30;

    private static readonly (OutcomeCue Cue, OutcomeKinds Kind)[] Kinds =
    [
        (OutcomeCue.Advice, OutcomeKinds.Advice), (OutcomeCue.Drafting, OutcomeKinds.Drafting), (OutcomeCue.Mediation, OutcomeKinds.Mediation),
        (OutcomeCue.Arbitration, OutcomeKinds.Arbitration), (OutcomeCue.Litigation, OutcomeKinds.Litigation),
        (OutcomeCue.ToLegalAid, OutcomeKinds.ToLegalAid), (OutcomeCue.ToPetition, OutcomeKinds.ToPetition), (OutcomeCue.ToCounselling, OutcomeKinds.ToCounselling),
    ];

    private static readonly char[] Ends = [.. " 。.！!，,"];

    /// <returns>Null when it names nothing that was done; numbers that cannot be are left to whoever keeps it.</returns>
    public OutcomeDetails? Read(string text)
    {
        var clauses = ClauseEnds().Split(text).Select(c => c.Trim()).Where(c => c.Length > 0).Select(ReadClause).ToArray();
        var kinds = clauses.Aggregate(OutcomeKinds.None, (all, clause) => all | clause.Kinds);
        if (kinds is OutcomeKinds.None) return null;

        var note = string.Join('，', clauses.Select(c => c.Note).OfType<string>());
        return new OutcomeDetails
        {
            Kinds = kinds,
            People = clauses.Select(c => c.People).FirstOrDefault(n => n is not null),
            AmountInvolvedFen = clauses.Select(c => c.Involved).FirstOrDefault(n => n is not null),
            AmountRecoveredFen = clauses.Select(c => c.Recovered).FirstOrDefault(n => n is not null),
            Minutes = clauses.Select(c => c.Minutes).FirstOrDefault(n => n is not null),
            IsSettled = clauses.Select(c => c.IsSettled).FirstOrDefault(s => s is not null),
            Note = note.Length > 0 ? note : null,
        };
    }

    /// <summary>Whether the whole of a short message says what became of the person.</summary>
    public OutcomeCue? ReadDeed(string text)
    {
        OutcomeCue[] deeds = [OutcomeCue.NotAnswered, OutcomeCue.Missed, OutcomeCue.Came];
        var said = text.Trim(Ends);
        return deeds.Where(cue => words.Find(cue, said) is (0, var end) && said.Length - end <= 1).Cast<OutcomeCue?>().FirstOrDefault();
    }

    private ClauseFacts ReadClause(string clause)
    {
        var (rest, kinds) = (clause, OutcomeKinds.None);
        while (TakeKind(ref rest) is { } kind) kinds |= kind;

        var (involved, recovered) = (TakeSum(OutcomeCue.Involved, ref rest), TakeSum(OutcomeCue.Recovered, ref rest));
        var (minutes, people) = (TakeMinutes(ref rest), TakePeople(ref rest));
        bool? settled = words.Has(OutcomeCue.NotSettled, clause) ? false : words.Has(OutcomeCue.Settled, clause) ? true : null;
        var isUnderstood = kinds is not OutcomeKinds.None || settled is not null || involved is not null || recovered is not null || minutes is not null || people is not null;
        var isNote = !isUnderstood || rest.Count(char.IsLetter) >= ShortestNote;
        return new ClauseFacts(kinds, people, involved, recovered, minutes, settled, isNote ? clause : null);
    }

    /// <summary>What was done stands in front: 建议申请仲裁 is advice that was given, and no arbitration.</summary>
    private OutcomeKinds? TakeKind(ref string rest)
    {
        var said = Leading().Replace(rest, "");
        foreach (var (cue, kind) in Kinds)
        {
            if (words.Find(cue, said) is not (0, var end)) continue;

            rest = said[end..];
            return kind;
        }

        return null;
    }

    /// <summary>The sum that stands behind its words: 涉案金额约 1.8 万元.</summary>
    private long? TakeSum(OutcomeCue cue, ref string rest)
    {
        if (words.Find(cue, rest) is not var (start, end) || Sum().Match(rest, end) is not { Success: true } match) return null;
        if (SumIn(match) is not { } fen) return null;

        rest = rest.Remove(start, match.Index + match.Length - start);
        return fen;
    }

    private static long? SumIn(Match match)
    {
        var digits = match.Groups["digits"];
        if (!digits.Success) return ChineseNumber.Read(match.Groups["words"].ValueSpan) is { } spoken ? (long)(spoken * FenInYuan) : null;
        if (!decimal.TryParse(digits.ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var yuan)) return null;

        var fen = yuan * UnitOf(match.Groups["unit"].Value) * FenInYuan;
        return fen <= OutcomeDetails.MostFen ? (long)decimal.Round(fen) : null;
    }

    private static decimal UnitOf(string unit) => unit switch
    {
        "千" => 1_000,
        "万" or "w" or "W" => 10_000,
        "亿" => 100_000_000,
        _ => 1,
    };

    private static int? TakeMinutes(ref string rest)
    {
        if (Duration().Match(rest) is not { Success: true } match) return null;

        rest = rest.Remove(match.Index, match.Length);
        if (match.Groups["minutes"] is { Success: true } minutes) return (int?)ChineseNumber.Read(minutes.ValueSpan);

        var hours = match.Groups["hours"] is { Success: true } whole ? ChineseNumber.Read(whole.ValueSpan) ?? 0 : 0;
        return (int)((hours * MinutesInHour) + (match.Value.Contains('半', StringComparison.Ordinal) ? HalfHour : 0));
    }

    private static int? TakePeople(ref string rest)
    {
        if (People().Match(rest) is not { Success: true } match || ChineseNumber.Read(match.Groups["n"].ValueSpan) is not (> 0 and <= int.MaxValue and var count)) return null;

        rest = rest.Remove(match.Index, match.Length);
        return (int)count;
    }

    // A comma within a number parts thousands.
    [GeneratedRegex(@"[，。；;！!\n]+|(?<![0-9]),|,(?![0-9]{3})|\s+(?=\p{L})(?!元|块|万|千|亿|分|小时|个|人|名)")]
    private static partial Regex ClauseEnds();

    [GeneratedRegex(@"^(?:做了|进行了?|提供了?|已经|已|给了|了|和|及|与|、|\+|/|\s)+")]
    private static partial Regex Leading();

    [GeneratedRegex(@"\G[^0-9零一二三四五六七八九十百千万亿两]{0,6}(?>(?<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?<unit>[千万亿wW])?|(?<words>[零一二三四五六七八九十百千万亿两]+))(?!\s*[个名位]?\s*[人职工])\s*(?:元|块钱?)?")]
    private static partial Regex Sum();

    [GeneratedRegex(@"(?<minutes>[0-9一二三四五六七八九十百两]+)\s*分钟?|(?<hours>[0-9一二三四五六七八九十两]+)\s*个?\s*(?:半\s*小时|小时半?|钟头)|半\s*个?\s*(?:小时|钟头)")]
    private static partial Regex Duration();

    [GeneratedRegex("(?<n>[0-9一二三四五六七八九十百千两]+)\\s*(?:个人|个|名|位)?(?:人|职工|工人)")]
    private static partial Regex People();

    private sealed record ClauseFacts(OutcomeKinds Kinds, int? People, long? Involved, long? Recovered, int? Minutes, bool? IsSettled, string? Note);
}
