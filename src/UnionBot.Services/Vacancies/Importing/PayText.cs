using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>
/// Reads the pay column of a list of vacancies: 3000-5000元/月, 3k-5k, 200元/天, 底薪3000+提成, 面议. Words from
/// <c>vacancies/pay-column.yaml</c>.
/// </summary>
public sealed class PayText
{
    private const int MonthsOfYear = 12;

    private readonly Dictionary<string, string[]> _words;
    private readonly Regex _amount;
    private readonly Regex _range;
    private readonly Regex _dayBefore;

    private PayText(Dictionary<string, string[]> words)
    {
        _words = words;
        var scales = Any([.. words["thousand"], .. words["ten-thousand"]]);
        _amount = Pattern($@"(?<number>\d{{1,7}}(\.\d{{1,2}})?)(?<scale>{scales})?(?!\d|{Any(words["no-amount"])})");
        _range = Pattern($@"\d(?:{scales})?(?:{Any(words["yuan"])})?(?:{Any(words["range"])})+\d");
        _dayBefore = Pattern($@"(?:{Any(words["day-before"])})\d");
    }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static PayText Load(DataFolder folder)
    {
        string[] names =
        [
            "thousand", "ten-thousand", "yuan", "open", "piece", "hour", "day", "day-before", "year", "range", "up-to", "about", "at-least", "no-amount",
        ];
        var sections = DataFile.Read(folder.Understanding("vacancies", "pay-column.yaml")).Sections(names);
        var lists = sections.Select(list => list.Words().Select(w => w.Word).ToArray());
        return new PayText(names.Zip(lists).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    /// <returns>Null when it is not understood.</returns>
    public Pay? Read(string cell)
    {
        var plain = cell.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var text = string.Concat(plain.Where(c => c != ',' && !char.IsWhiteSpace(c)));
        var (unit, divisor) = UnitOf(text);
        var amounts = AmountsIn(text);
        if (amounts is []) return Has(text, "open") ? Pay.Unsaid : null;

        var low = Fen(amounts[0], divisor);
        if (amounts is [_, var second, ..] && _range.IsMatch(text)) return new Pay(unit, Math.Min(low, Fen(second, divisor)), Math.Max(low, Fen(second, divisor)));

        return
            Has(text, "up-to") ? new Pay(unit, null, low) :
            Has(text, "about") ? new Pay(unit, low, low) :
            new Pay(unit, low, Has(text, "at-least") ? null : low);
    }

    private (PayUnit Unit, int Divisor) UnitOf(string text) =>
        Has(text, "piece") ? (PayUnit.Piece, 1) :
        Has(text, "hour") ? (PayUnit.Hour, 1) :
        Has(text, "day") || _dayBefore.IsMatch(text) ? (PayUnit.Day, 1) :
        Has(text, "year") ? (PayUnit.Month, MonthsOfYear) :
        (PayUnit.Month, 1);

    private List<decimal> AmountsIn(string text)
    {
        var found = _amount.Matches(text).Select(m => (
            Number: decimal.Parse(m.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
            Scale: ScaleOf(m.Groups["scale"].Value))).ToList();

        // 3-5千: what is said of the last holds for the first.
        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (found[i].Scale == 1 && found[i].Number < 100) found[i] = found[i] with { Scale = found[i + 1].Scale };
        }

        return [.. found.Select(f => f.Number * f.Scale)];
    }

    private int ScaleOf(string word) =>
        _words["thousand"].Contains(word) ? 1_000 :
        _words["ten-thousand"].Contains(word) ? 10_000 :
        1;

    private bool Has(string text, string list) => Array.Exists(_words[list], word => text.Contains(word, StringComparison.Ordinal));

    private static long Fen(decimal yuan, int divisor) => (long)Math.Round(yuan * 100 / divisor);

    private static string Any(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(w => w.Length).Select(Regex.Escape));

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
