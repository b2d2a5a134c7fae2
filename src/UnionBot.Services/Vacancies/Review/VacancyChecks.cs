using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Review;

/// <summary>Finds what staff must look at before a vacancy is shown. What the trade pays is looked at by <see cref="PayMedians"/>.</summary>
public sealed class VacancyChecks(CheckWords words)
{
    private const int WorkingAge = 16;

    /// <param name="text">Everything that was said of it, normalised.</param>
    public VacancyDoubts Read(VacancyFacts facts, string text, Employer employer)
    {
        var flags = words.Read(text);
        if (employer.LicenceSeenOn is null) flags |= VacancyDoubts.NoLicence;
        if (facts.Gender is not GenderRule.Any) flags |= VacancyDoubts.Discrimination;
        if (facts.AgeMax <= words.AgeLimit) flags |= VacancyDoubts.AgeLimit;
        if (facts.AgeMin < WorkingAge) flags |= VacancyDoubts.ChildLabour;
        return flags | OfPay(facts.Pay);
    }

    private VacancyDoubts OfPay(Pay pay)
    {
        if (pay is { MinFen: null, MaxFen: null }) return VacancyDoubts.NoPay;
        if (pay.MinFen > pay.MaxFen) return VacancyDoubts.PayTooLow;
        if (!words.Pay.Ranges.TryGetValue(pay.Unit, out var range)) return VacancyDoubts.None;

        return
            (pay.MaxFen ?? pay.MinFen) > range.MostFen ? VacancyDoubts.PayTooHigh :
            (pay.MinFen ?? pay.MaxFen) < range.LeastFen ? VacancyDoubts.PayTooLow :
            VacancyDoubts.None;
    }
}
