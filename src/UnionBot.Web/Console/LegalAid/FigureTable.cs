using System.Globalization;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Figures;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>Figures in words and numbers, for the page and for CSV.</summary>
public sealed class FigureTable(RecordLabels labels, RegionBook regions)
{
    private const decimal FenInTenThousand = 1_000_000;

    private const string NotSaid = "没说";

    public string TitleOf(Figure figure) => labels.OfFigure(figure.Name);

    public string TitleOf(string figure) => labels.OfFigure(figure);

    public string TitleOf(FigureSplit by) => labels.OfSplit(by);

    public string PartOf(FigureSplit by, string key) => by is FigureSplit.Region
        ? key.Length == 0 ? NotSaid : regions.ByCode(key)?.Name ?? key
        : labels.OfPart(by, key);

    /// <summary>12 件, 1.2 万元, 2.5 天.</summary>
    public string ValueOf(Figure figure) => $"{NumberOf(figure)} {labels.OfUnit(figure.Unit)}";

    public string AmongOf(Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{labels.OfAmong(figure.Name)} {figure.Among} {labels.OfUnit(figure.Unit is FigureUnit.Fairs ? FigureUnit.Fairs : FigureUnit.Cases)}");

    /// <summary>"" where it is no share.</summary>
    public static string ShareOf(decimal? share) => share is { } part ? (part * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "";

    /// <summary>Title, value, unit, denominator and share, a cell each.</summary>
    public string[] Cells(Figure figure) =>
    [
        TitleOf(figure), NumberOf(figure), labels.OfUnit(figure.Unit), labels.OfAmong(figure.Name), figure.Among.ToString(CultureInfo.InvariantCulture), ShareOf(figure.Share),
    ];

    public IEnumerable<string> Csv(FigureSheet sheet)
    {
        yield return CsvLine.Of("分项", "取值", "指标", "数值", "单位", "分母是", "分母", "占比");
        foreach (var figure in sheet.Figures) yield return CsvLine.Of(["全部", "", .. Cells(figure)]);
        foreach (var (by, parts) in sheet.Parts)
        {
            foreach (var part in parts)
            {
                foreach (var figure in part.Figures) yield return CsvLine.Of([TitleOf(by), PartOf(by, part.Key), .. Cells(figure)]);
            }
        }

        foreach (var lawyer in sheet.Lawyers)
        {
            string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
            yield return CsvLine.Of("律师", lawyer.Name, "场次", Number(lawyer.Sessions), "场", "", "", "");
            yield return CsvLine.Of("律师", lawyer.Name, "利用率", Number(lawyer.MinutesBooked), "分钟", "排班分钟", Number(lawyer.MinutesOffered), ShareOf(lawyer.Utilisation));
        }
    }

    private static string NumberOf(Figure figure) => figure.Unit is FigureUnit.Money
        ? (figure.Value / FenInTenThousand).ToString("0.####", CultureInfo.InvariantCulture)
        : figure.Value.ToString("0.#", CultureInfo.InvariantCulture);
}
