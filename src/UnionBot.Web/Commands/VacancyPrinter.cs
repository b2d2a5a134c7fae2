using System.Globalization;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;

namespace UnionBot.Web.Commands;

/// <summary>Prints vacancies on a terminal.</summary>
internal static class VacancyPrinter
{
    public static string Line(ListedVacancy vacancy) => string.Create(
        CultureInfo.InvariantCulture,
        $"{vacancy.Id,7}  until {vacancy.ValidUntil:yyyy-MM-dd}  {vacancy.Title}  {vacancy.Employer}  {(vacancy.Flags == VacancyDoubts.None ? "" : $"[{vacancy.Flags}]")}").TrimEnd();

    public static async Task PrintAsync(VacancyFile file, TextWriter output)
    {
        var (vacancy, employer) = (file.Vacancy, file.Employer);
        foreach (var (name, value) in Lines(file, vacancy, employer))
        {
            if (value is { Length: > 0 }) await output.WriteLineAsync($"{name,-10}{StaffWork.Clean(value)}");
        }
    }

    private static IEnumerable<(string Name, string? Value)> Lines(VacancyFile file, Vacancy vacancy, Employer employer)
    {
        yield return ("vacancy", Text($"{vacancy.Id}  {vacancy.State}{(vacancy.VerifiedOn is { } day ? Text($", verified {day:yyyy-MM-dd}") : "")}"));
        yield return ("flags", vacancy.Flags == VacancyDoubts.None ? null : vacancy.Flags.ToString());
        yield return ("reason", vacancy.Reason);
        yield return ("employer", $"{employer.Name}  {employer.Code ?? "no code"}");
        yield return ("licence", employer.LicenceSeenOn is { } seen ? Text($"seen {seen:yyyy-MM-dd}") : "never seen");
        yield return ("call", $"{file.Contact} {file.Phone}".Trim());
        yield return ("title", vacancy.Title);
        yield return ("trade", vacancy.Trade);
        yield return ("place", $"{file.Region} {vacancy.Street} {vacancy.Address}".TrimEnd());
        yield return ("pay", Pay(vacancy));
        yield return ("", vacancy.PayTerms);
        yield return ("hours", vacancy.Hours);
        yield return ("benefits", vacancy.Benefits);
        yield return ("says", vacancy.Traits == VacancyTraits.None ? null : vacancy.Traits.ToString());
        yield return ("denies", vacancy.Denied == VacancyTraits.None ? null : vacancy.Denied.ToString());
        yield return ("demands", vacancy.Demands);
        yield return ("licences", vacancy.Licence);
        yield return ("people", Text($"{vacancy.HeadCount?.ToString(CultureInfo.InvariantCulture) ?? "several"}, {Who(vacancy)}"));
        yield return ("duties", vacancy.Duties);
        yield return ("until", Text($"{vacancy.ValidUntil:yyyy-MM-dd}"));
        yield return ("from", string.Join(", ", vacancy.Sources));
    }

    private static string Who(Vacancy vacancy) => Text(
        $"{vacancy.Gender}, age {vacancy.AgeMin?.ToString(CultureInfo.InvariantCulture) ?? "?"}–{vacancy.AgeMax?.ToString(CultureInfo.InvariantCulture) ?? "?"}, {vacancy.Education}");

    private static string Pay(Vacancy vacancy) => vacancy is { PayMinFen: null, PayMaxFen: null }
        ? "not said"
        : Text($"{Yuan(vacancy.PayMinFen)}–{Yuan(vacancy.PayMaxFen)} yuan, {vacancy.PayUnit}");

    private static string Yuan(long? fen) => fen is { } amount ? (amount / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "?";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
