using System.Text.Json;
using UnionBot.Web.Commands.Seed;

namespace UnionBot.Benchmarks.Vacancies;

/// <summary>
/// A sentence written for this benchmark, and what it means in plain terms. Which vacancies fit is judged by these terms
/// and by how the vacancies were invented, not by anything that the search itself uses.
/// </summary>
/// <param name="Month">The least pay, in yuan.</param>
internal sealed record VacancyQuery(
    string Text, string[]? Trades, string[]? Districts, int? Month, string? Shift, string[]? Refuses, string[]? Offers)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<VacancyQuery> Read() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Vacancies", "queries.jsonl"))
            .Select(line => JsonSerializer.Deserialize<VacancyQuery>(line, Json)!),
    ];

    public bool Fits(InventedVacancy vacancy) =>
        (Trades is null || Trades.Contains(vacancy.Trade))
        && (Districts is null || Districts.Contains(vacancy.District))
        && (Month is null || vacancy.PayTo >= Month)
        && (Shift is null || IsDay(vacancy))
        && !(Refuses ?? []).Any(refused => Has(vacancy, refused))
        && (Offers ?? []).All(offer => Has(vacancy, offer));

    private static bool IsDay(InventedVacancy vacancy) => vacancy.Shift.Contains("白班", StringComparison.Ordinal);

    private static bool Has(InventedVacancy vacancy, string what) => what switch
    {
        "night" => Says(vacancy, "夜班", "两班倒"),
        "rotating" => Says(vacancy, "两班倒"),
        "factory" => Says(vacancy, "车间", "流水线", "电子厂", "生产线"),
        "board" => Says(vacancy, "包吃住", "管饭"),
        "lodging" => Says(vacancy, "包吃住", "包住"),
        "insurance" => Says(vacancy, "五险"),
        "weekend" => Says(vacancy, "双休"),
        ['t', ':', .. var trade] => vacancy.Trade == trade,
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    private static bool Says(InventedVacancy vacancy, params string[] words)
    {
        var text = $"{vacancy.Title} {vacancy.Shift} {vacancy.Offer} {vacancy.Duties}";
        return words.Any(word => text.Contains(word, StringComparison.Ordinal));
    }
}
