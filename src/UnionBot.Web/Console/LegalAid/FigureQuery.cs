using System.Globalization;
using UnionBot.Services.LegalAid.Figures;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>What the address of a page of figures asks for.</summary>
/// <param name="Organisation">The part of the tree; null for all that the reader may see.</param>
public sealed record FigureQuery(FigurePeriod Period, long? Organisation)
{
    public const string FromField = "from";
    public const string UntilField = "until";
    public const string OrganisationField = "org";
    public const string FigureField = "figure";
    public const string SplitField = "by";
    public const string KeyField = "key";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Of days that are missing or make no period, this month so far.</summary>
    public static FigureQuery Read(IQueryCollection query, DateOnly today)
    {
        var month = new FigurePeriod(new DateOnly(today.Year, today.Month, 1), today);
        var typed = DayIn(query, FromField) is { } first && DayIn(query, UntilField) is { } last ? new FigurePeriod(first, last) : month;
        return new FigureQuery(
            typed.IsPossible ? typed : month,
            long.TryParse(query[OrganisationField], NumberStyles.None, CultureInfo.InvariantCulture, out var node) ? node : null);
    }

    public static (FigureSplit By, string Key)? PartIn(IQueryCollection query) =>
        Enum.TryParse<FigureSplit>(query[SplitField], out var by) && Enum.IsDefined(by) ? (by, query[KeyField].ToString()) : null;

    public static string Show(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>As its own address has them.</summary>
    public Dictionary<string, string?> Values()
    {
        var values = new Dictionary<string, string?> { [FromField] = Show(Period.From), [UntilField] = Show(Period.Until) };
        if (Organisation is { } node) values[OrganisationField] = node.ToString(CultureInfo.InvariantCulture);
        return values;
    }

    private static DateOnly? DayIn(IQueryCollection query, string field) =>
        DateOnly.TryParseExact(query[field], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
