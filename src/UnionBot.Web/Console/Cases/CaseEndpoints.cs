using System.Globalization;
using UnionBot.Core.Cases;
using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Cases;

/// <summary>事项: the list, one case with its talk, and what is done with it. Each sees those of their own part of the tree.</summary>
internal static class CaseEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/cases";

    public const string Claim = "claim";
    public const string TakeOver = "take-over";
    public const string Answer = "answer";
    public const string Note = "note";
    public const string Close = "close";
    public const string Reopen = "reopen";
    public const string Phone = "phone";

    private static readonly RoleKind[] Reading = [RoleKind.Operator, RoleKind.Auditor];

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(Reading);

    public static ConsoleAccess Workers { get; } = ConsoleAccess.For(RoleKind.Operator);

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, ListAsync);
        routes.MapPage(Page + "/{number:long}", Readers, ShowAsync);
        routes.MapForm(Page + "/{number:long}", Workers, WorkAsync);
    }

    public static string AddressOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{number}");

    private static async Task<IResult> ListAsync(string? all, ConsoleVisit visit, StaffRights rights, CaseFiles files, CancellationToken ct)
    {
        var scope = await rights.ScopeAsync(visit.Known.Staff, Reading, ct);
        var cases = await files.ListAsync(scope, visit.Known.Staff, onlyOpen: all is null, ct);
        return ConsolePages.Show<CaseListPage>((nameof(CaseListPage.Cases), cases), (nameof(CaseListPage.IsAll), all is not null));
    }

    private static Task<IResult> ShowAsync(long number, CaseRoom room, CancellationToken ct) => room.ShowAsync(number, null, ct);

    private static async Task<IResult> WorkAsync(long number, HttpContext http, ConsoleVisit visit, CaseRoom room, CancellationToken ct)
    {
        var scope = await room.ScopeAsync([RoleKind.Operator], ct);
        if (!await room.IsWithinAsync(number, scope, ct)) return ConsolePages.Missing();
        if (!int.TryParse(http.Request.Field(CasePage.VersionField), CultureInfo.InvariantCulture, out var entries)) return ConsolePages.Stale();

        var attempt = new CaseAttempt(
            http.Request.Field(ConsoleForms.DeedField), http.Request.Field(CasePage.WordsField).ReplaceLineEndings("\n").Trim(), entries);
        if (attempt.Deed == Phone) return await room.ShowPhoneAsync(number, attempt, ct);

        var refusal = await room.DoAsync(new SeenCase(number, entries), attempt, ct);
        return refusal is null
            ? ConsolePages.GoTo(AddressOf(number))
            : await room.ShowAsync(number, attempt with { Refusal = refusal }, ct);
    }
}

/// <summary>What somebody tried to do with a case and what they typed, so that nothing of it is lost when it is refused.</summary>
/// <param name="Entries">How many entries the history had when they looked.</param>
public sealed record CaseAttempt(string Deed, string Words, int Entries)
{
    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }
}
