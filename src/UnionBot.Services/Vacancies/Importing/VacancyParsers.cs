using System.Globalization;
using System.Text;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>What the cells of a list of vacancies hold.</summary>
internal static class VacancyParsers
{
    private static readonly string[] OpenCounts = ["若干", "若干名", "若干人", "不限", "多名"];

    public static ImportCellParser<Pay?> Pay(PayText pays) => text =>
        pays.Read(text) is { } pay ? pay : ImportCell.Bad<Pay?>(VacancyProblem.Pay);

    public static ImportCell<Ages?> Ages(string text) =>
        AgeText.Read(text) is { } ages ? ages : ImportCell.Bad<Ages?>(VacancyProblem.Age);

    public static ImportCell<ContactPhone> Phone(string text) =>
        ContactPhone.TryParse(text, out var phone) ? phone : ImportCell.Bad<ContactPhone>(VacancyProblem.Phone);

    /// <summary>5, 5人, 若干.</summary>
    public static ImportCell<int?> HeadCount(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).TrimEnd('人', '名', '个');
        if (OpenCounts.Contains(text)) return (int?)null;
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 10_000
            ? count
            : ImportCell.Bad<int?>(VacancyProblem.HeadCount);
    }

    /// <summary>Whole yuan, in fen.</summary>
    public static ImportCell<long?> Yuan(string text) =>
        decimal.TryParse(text.Normalize(NormalizationForm.FormKC).TrimEnd('元'), NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan)
            && yuan is >= 0 and < 10_000_000
            ? (long)(yuan * 100)
            : ImportCell.Bad<long?>(VacancyProblem.Number);

    /// <summary>The 统一社会信用代码 of a firm: 18 letters and digits.</summary>
    public static ImportCell<string> EmployerCode(string text)
    {
        var code = text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        return code.Length == Employer.CodeLength && code.All(char.IsAsciiLetterOrDigit)
            ? code
            : ImportCell.Bad<string>(VacancyProblem.Code);
    }

    /// <summary>A text that is kept as far as it fits.</summary>
    public static ImportCellParser<string> Long(int most) => text =>
    {
        var clean = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return CutText.To(most, clean);
    };

    /// <summary>Upper case, half width, without blanks: two spellings of one title are one.</summary>
    public static ImportCellParser<string> Title(int most) => text =>
    {
        var title = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        return ImportParsers.Text(most)(title);
    };

    /// <summary>A district or city; 高新区 and the like have no code, so they are the city's and kept as a quarter.</summary>
    public static ImportCellParser<VacancyPlace> Place(RegionBook regions) => text =>
    {
        var place = text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var found = regions.Find(place);
        if (found is [var one]) return new VacancyPlace(one.Code, null);
        if (found.Count > 1) return ImportCell.Bad<VacancyPlace>(VacancyProblem.RegionAmbiguous);

        return QuarterOf(place, regions) is { } quarter ? quarter : ImportCell.Bad<VacancyPlace>(VacancyProblem.Region);
    };

    private static VacancyPlace? QuarterOf(string place, RegionBook regions)
    {
        for (var length = place.Length - 1; length >= 2; length--)
        {
            if (regions.Find(place[..length]) is [{ Level: RegionLevel.City } city] && place.EndsWith('区'))
                return new VacancyPlace(city.Code, place[length..]);
        }

        return null;
    }
}

/// <param name="Quarter">Part of the region that has no code, such as 高新区; null when there is none.</param>
internal sealed record VacancyPlace(string RegionCode, string? Quarter);
