using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Groups;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>并案: which bookings are one matter with this one, which could be, and joining them or taking this one out.</summary>
internal static class GroupEndpoints
{
    public const string Join = "join";
    public const string TakeOut = "take-out";

    private const string Page = LegalAidEndpoints.Page + "/bookings/{id:guid}/group";

    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, LegalAidEndpoints.Workers, (Guid id, GroupRoom room, CancellationToken ct) => room.ShowAsync(id, null, ct));
        routes.MapForm(Page, LegalAidEndpoints.Workers, (Guid id, HttpContext http, GroupRoom room, CancellationToken ct) => room.DoAsync(id, http.Request, ct));
    }

    public static string AddressOf(Guid id) => BookingEndpoints.AddressOf(id) + "/group";
}

/// <summary>One booking with those of its matter, before the eyes of whoever is signed in.</summary>
internal sealed class GroupRoom(ConsoleVisit visit, LegalAidReach reach, BookingFiles files, MatterGroups groups)
{
    private const string Together = "它们已经是一件了。";
    private const string Alone = "这个预约没有并案。";

    /// <param name="refusal">Why something was refused just now; null when the page is only looked at.</param>
    public async Task<IResult> ShowAsync(Guid id, string? refusal, CancellationToken ct)
    {
        var part = await reach.OfAsync(LegalAidEndpoints.Workers, ct);
        if (await files.OpenAsync(id, part, ct) is not { } file || await groups.OpenAsync(id, part, ct) is not { } group) return ConsolePages.Missing();

        return ConsolePages.Show<GroupPage>((nameof(GroupPage.File), file), (nameof(GroupPage.Group), group), (nameof(GroupPage.Refusal), refusal));
    }

    public async Task<IResult> DoAsync(Guid id, HttpRequest request, CancellationToken ct)
    {
        var (part, by, deed) = (await reach.OfAsync(LegalAidEndpoints.Workers, ct), AuditActor.Staff(visit.Known.Staff), request.Field(ConsoleForms.DeedField));
        var refusal = deed switch
        {
            GroupEndpoints.Join => await groups.JoinAsync(id, request.Field(GroupPage.WithField).Trim(), part, by, ct),
            GroupEndpoints.TakeOut => await groups.TakeOutAsync(id, part, by, ct),
            _ => BookingRefusal.NotNow,
        };
        return (refusal, deed) switch
        {
            (null, _) => ConsolePages.GoTo(GroupEndpoints.AddressOf(id)),
            (BookingRefusal.NotNow, GroupEndpoints.Join) => await ShowAsync(id, Together, ct),
            (BookingRefusal.NotNow, _) => await ShowAsync(id, Alone, ct),
            var (why, _) => await ShowAsync(id, LegalAidTexts.Of(why.Value), ct),
        };
    }
}
