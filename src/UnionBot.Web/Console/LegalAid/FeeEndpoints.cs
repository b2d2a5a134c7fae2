using System.Globalization;
using System.Text;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Figures;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>值班补贴: what each lawyer did in a period, to be looked at, signed and paid for; as a page and as a table.</summary>
internal static class FeeEndpoints
{
    public const string Page = LegalAidEndpoints.Page + "/fees";

    private const string File = Page + ".csv";

    private const decimal FenInYuan = 100;

    /// <summary>Who pays, and who checks what was paid.</summary>
    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.Auditor);

    public static void MapFees(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, ShowAsync);
        routes.MapPage(File, Readers, SaveAsync);
    }

    public static string FileOf(FigureQuery query) => $"{File}?{FigureQuery.FromField}={FigureQuery.Show(query.Period.From)}&{FigureQuery.UntilField}={FigureQuery.Show(query.Period.Until)}";

    /// <summary>"" while no standard is set.</summary>
    public static string Yuan(long? fen) => fen is { } amount ? (amount / FenInYuan).ToString("0.##", CultureInfo.InvariantCulture) : "";

    public static string HoursOf(FeeLine line) => line.Hours is var (from, until) ? $"{LegalAidTexts.Clock(from)}–{LegalAidTexts.Clock(until)}" : "班外";

    private static async Task<IResult> ShowAsync(HttpContext http, FeeSheets sheets, LegalAidReach reach, BusinessClock clock, CancellationToken ct)
    {
        var query = Read(http.Request, clock);
        return ConsolePages.Show<FeePage>(
            (nameof(FeePage.Query), query), (nameof(FeePage.Sheet), await sheets.ReadAsync(query.Period, await reach.OfAsync(Readers, ct), ct)));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, FeeSheets sheets, LegalAidReach reach, BusinessClock clock, CancellationToken ct)
    {
        var query = Read(http.Request, clock);
        var sheet = await sheets.ReadAsync(query.Period, await reach.OfAsync(Readers, ct), ct);
        byte[] csv = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(Lines(sheet).Select(line => line + "\r\n")))];
        return TypedResults.File(csv, "text/csv; charset=utf-8", $"值班补贴-{FigureQuery.Show(query.Period.From)}-{FigureQuery.Show(query.Period.Until)}.csv");
    }

    private static FigureQuery Read(HttpRequest request, BusinessClock clock) => FigureQuery.Read(request.Query, UnionCalendar.DayOf(clock.GetUtcNow()));

    /// <summary>A line a session, with a column to sign in; then what each lawyer is paid for.</summary>
    internal static IEnumerable<string> Lines(FeeSheet sheet)
    {
        yield return CsvLine.Of("律师", "律所", "日期", "时段", "地点", "咨询件数", "场次", "金额（元）", "签字");
        foreach (var line in sheet.Lines)
        {
            yield return CsvLine.Of(
                line.Lawyer, line.Office, FigureQuery.Show(line.Day), HoursOf(line), line.Site ?? "", Number(line.Held), line.Hours is null ? "0" : "1", "", "");
        }

        foreach (var total in sheet.Totals) yield return CsvLine.Of(total.Lawyer, total.Office, "合计", "", "", Number(total.Held), Number(total.Sessions), Yuan(total.AmountFen), "");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
