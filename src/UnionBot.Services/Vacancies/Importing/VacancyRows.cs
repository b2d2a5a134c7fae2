using UnionBot.Chat.Understanding;
using UnionBot.Core.Imports;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>Reads rows into vacancies: what has no column of its own is read from the words of the others.</summary>
internal sealed class VacancyRows(VacancyColumns columns, TraitWords words, VacancyIndex index, ImportReport report)
{
    /// <returns>Null when the cells of the row contradict each other.</returns>
    public VacancyRow? Read(ImportRow row)
    {
        if (Contradiction(row) is { } problem)
        {
            report.Add(new ImportFault(row.Number, null, problem));
            return null;
        }

        var text = TextOf(row);
        return new VacancyRow(
            row.Number,
            row.Get(columns.Employer)!,
            row.Get(columns.Code),
            FactsOf(row, text),
            row.Get(columns.Contact),
            row.Get(columns.Phone)!,
            row.Get(columns.Source),
            text);
    }

    private VacancyProblem? Contradiction(ImportRow row) =>
        row.Has(columns.Latitude) != row.Has(columns.Longitude) ? VacancyProblem.HalfPlace :
        row.Get(columns.PayMin) > row.Get(columns.PayMax) ? VacancyProblem.PayBounds :
        null;

    private VacancyFacts FactsOf(ImportRow row, string text)
    {
        var (stated, denied) = TraitsOf(row, text);
        var place = row.Get(columns.Place)!;
        var ages = row.Get(columns.Ages);
        return new VacancyFacts
        {
            Title = row.Get(columns.Title)!,
            Trade = index.TradeOf(row.Get(columns.Trade), row.Get(columns.Title)!),
            Duties = row.Get(columns.Duties),
            Hours = row.Get(columns.Hours),
            Benefits = row.Get(columns.Benefits),
            Demands = row.Get(columns.Demands),
            Licence = row.Get(columns.Licence),
            PayTerms = PayTermsOf(row),
            RegionCode = place.RegionCode,
            Street = row.Get(columns.Street) ?? place.Quarter,
            Address = row.Get(columns.Address),
            Latitude = row.Get(columns.Latitude),
            Longitude = row.Get(columns.Longitude),
            Pay = PayOf(row),
            Traits = stated,
            Denied = denied,
            Education = row.Get(columns.Education) ?? Education.Any,
            AgeMin = ages?.Min,
            AgeMax = ages?.Max,
            Gender = row.Get(columns.Gender) ?? GenderRule.Any,
            HeadCount = row.Get(columns.HeadCount),
            ValidUntil = row.Get(columns.ValidUntil)!.Value,
        };
    }

    private ReadTraits TraitsOf(ImportRow row, string text)
    {
        var (stated, denied) = words.Read(text);
        foreach (var (column, trait) in new[]
        {
            (columns.Board, VacancyTraits.Board), (columns.Lodging, VacancyTraits.Lodging), (columns.Insurance, VacancyTraits.SocialInsurance),
        })
        {
            if (row.Get(column) is not { } answer) continue;
            (stated, denied) = answer is YesOrNo.Yes ? (stated | trait, denied & ~trait) : (stated & ~trait, denied | trait);
        }

        return new ReadTraits(stated, denied & ~stated);
    }

    private Pay PayOf(ImportRow row)
    {
        if (!row.Has(columns.PayMin) && !row.Has(columns.PayMax)) return row.Get(columns.Pay) ?? Pay.Unsaid;
        return new Pay(row.Get(columns.PayUnit) ?? PayUnit.Month, row.Get(columns.PayMin), row.Get(columns.PayMax));
    }

    private string? PayTermsOf(ImportRow row) => (row.Get(columns.PayTerms), row.Get(columns.Probation)) switch
    {
        (var terms, null) => terms,
        (null, var probation) => $"{columns.Probation.Name} {probation}",
        var (terms, probation) => $"{terms}；{columns.Probation.Name} {probation}",
    };

    private string TextOf(ImportRow row) => TextNormaliser.Normalise(string.Join('\n', new[]
    {
        columns.Title, columns.Trade, columns.Terms, columns.Hours, columns.Benefits, columns.PayTerms, columns.Demands, columns.Duties,
    }.Select(column => row.Get(column)).OfType<string>()));
}
