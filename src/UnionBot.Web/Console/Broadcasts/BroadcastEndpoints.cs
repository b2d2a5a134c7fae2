using System.Globalization;
using UnionBot.Services.Broadcasts;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Broadcasts;

/// <summary>群发: written by one, released by another, watched while it is sent. Each sees those of their own part of the tree.</summary>
internal static class BroadcastEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/broadcasts";
    public const string NewPage = Page + "/new";

    /// <summary>How many are meant by what stands in the form.</summary>
    public const string AudiencePage = Page + "/audience";

    public const string Approve = "approve";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string Cancel = "cancel";
    public const string Test = "test";

    private const string One = Page + "/{number:int}";

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For([.. BroadcastRegister.Reading]);

    public static ConsoleAccess Writers { get; } = ConsoleAccess.For([.. BroadcastRegister.Writing]);

    public static ConsoleAccess Releasers { get; } = ConsoleAccess.For([.. BroadcastRegister.Releasing]);

    public static ConsoleAccess Steerers { get; } = ConsoleAccess.For([.. BroadcastRegister.Steering]);

    public static void MapBroadcasts(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, ListAsync);
        routes.MapPage(NewPage, Writers, (ComposeRoom room, CancellationToken ct) => room.ShowNewAsync(ct));
        routes.MapForm(NewPage, Writers, (HttpContext http, ComposeRoom room, CancellationToken ct) => room.SaveNewAsync(http.Request.Form, ct));
        routes.MapPage(AudiencePage, Writers, (HttpContext http, ComposeRoom room, CancellationToken ct) => room.CountAsync(http.Request.Query, ct));
        routes.MapPage(One, Readers, (int number, BroadcastRoom room, CancellationToken ct) => room.ShowAsync(number, null, ct));
        routes.MapForm(One, Steerers, DoAsync);
        routes.MapPage(One + "/edit", Writers, (int number, ComposeRoom room, CancellationToken ct) => room.ShowOldAsync(number, ct));
        routes.MapForm(One + "/edit", Writers, (int number, HttpContext http, ComposeRoom room, CancellationToken ct) => room.SaveOldAsync(number, http.Request.Form, ct));
        routes.MapPage(One + "/decide", Steerers, (int number, string? deed, BroadcastRoom room, CancellationToken ct) => room.ShowDecisionAsync(number, deed, ct));
        routes.MapPage(One + "/people", Readers, (int number, long? after, BroadcastRoom room, CancellationToken ct) => room.ShowPeopleAsync(number, after ?? 0, ct));
        routes.MapPage(One + "/phones", Writers, (int number, long? after, bool? strangers, BroadcastRoom room, CancellationToken ct) =>
            room.ShowPhonesAsync(number, new CallCursor(after ?? 0, strangers ?? false), ct));
    }

    public static string AddressOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{number}");

    private static async Task<IResult> ListAsync(ConsoleVisit visit, BroadcastRegister register, CancellationToken ct) =>
        ConsolePages.Show<BroadcastListPage>((nameof(BroadcastListPage.Broadcasts), await register.ListAsync(visit.Known.Staff, ct)));

    private static async Task<IResult> DoAsync(int number, HttpContext http, BroadcastRoom room, CancellationToken ct)
    {
        if (!int.TryParse(http.Request.Field(BroadcastPage.VersionField), CultureInfo.InvariantCulture, out var seen)) return ConsolePages.Stale();

        var (deed, reason) = (http.Request.Field(ConsoleForms.DeedField), http.Request.Field(DecisionPage.ReasonField).Trim());
        if (deed == Approve && reason.Length == 0) return await room.ShowDecisionAsync(number, deed, ct, isReasonMissing: true);

        var refusal = await room.DoAsync(number, seen, deed, reason, ct);
        return refusal is null ? ConsolePages.GoTo(AddressOf(number)) : await room.ShowAsync(number, refusal, ct);
    }
}
