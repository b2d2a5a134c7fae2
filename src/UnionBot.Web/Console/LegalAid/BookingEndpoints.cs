using UnionBot.Core.Audit;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>One booking: what is known of it, what is done with it, another time, the end of it. Who changes it is asked whether to tell.</summary>
internal static class BookingEndpoints
{
    public const string Phone = "phone";

    private const string Page = LegalAidEndpoints.Page + "/bookings";

    public static void MapBookings(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page + "/{id:guid}", LegalAidEndpoints.Consultants, (Guid id, BookingRoom room, CancellationToken ct) => room.ShowAsync(id, null, ct));
        routes.MapForm(Page + "/{id:guid}", LegalAidEndpoints.Workers, DoAsync);
        routes.MapPage(Page + "/{id:guid}/move", LegalAidEndpoints.Workers, ShowMoveAsync);
        routes.MapForm(Page + "/{id:guid}/move", LegalAidEndpoints.Workers, MoveAsync);
        routes.MapPage(Page + "/{id:guid}/cancel", LegalAidEndpoints.Workers, (Guid id, BookingRoom room, CancellationToken ct) => room.ShowCancelAsync(id, null, ct));
        routes.MapForm(Page + "/{id:guid}/cancel", LegalAidEndpoints.Workers, CancelAsync);
        routes.MapPage(Page + "/{id:guid}/transfer", LegalAidEndpoints.Workers, (Guid id, BookingRoom room, CancellationToken ct) => room.ShowTransferAsync(id, null, null, ct));
        routes.MapForm(Page + "/{id:guid}/transfer", LegalAidEndpoints.Workers, TransferAsync);
    }

    public static string AddressOf(Guid id) => $"{Page}/{id}";

    public static string CancelOf(Guid id) => AddressOf(id) + "/cancel";

    public static string TransferOf(Guid id) => AddressOf(id) + "/transfer";

    /// <param name="day">The day whose free times are shown; null for the booking's own.</param>
    /// <param name="mode">By its stored name; null for the booking's own.</param>
    /// <param name="to">The time that was chosen; null before.</param>
    public static string MoveOf(Guid id, DateOnly? day = null, string? mode = null, string? to = null) =>
        $"{AddressOf(id)}/move{QueryString.Create(new Dictionary<string, string?> { ["day"] = day is { } at ? LegalAidTexts.Key(at) : null, ["mode"] = mode, ["to"] = to }.Where(q => q.Value is not null))}";

    private static async Task<IResult> DoAsync(Guid id, HttpContext http, BookingDesk desk, BookingRoom room, CancellationToken ct)
    {
        var deed = http.Request.Field(ConsoleForms.DeedField);
        if (deed == Phone) return await room.ShowPhoneAsync(id, ct);

        var refusal = await desk.DoAsync(deed, $"{id}", BookingDesk.SeenIn(http.Request), ct);
        return refusal is null ? ConsolePages.GoTo(AddressOf(id)) : await room.ShowAsync(id, refusal, ct);
    }

    private static Task<IResult> ShowMoveAsync(Guid id, HttpContext http, MoveRoom room, CancellationToken ct) => room.ShowAsync(id, MoveChoice.Of(http.Request), null, ct);

    private static async Task<IResult> MoveAsync(Guid id, HttpContext http, ConsoleVisit visit, MoveRoom room, StaffBookings bookings, CancellationToken ct)
    {
        var (choice, change) = (MoveChoice.Of(http.Request), ChangeAttempt.Of(http.Request));
        if (change.Tells is null) return await room.ShowAsync(id, choice, change with { Refusal = ChangeAttempt.NotSaid }, ct);
        if (await room.FindAsync(id, choice, ct) is not { } slot)
            return await room.ShowAsync(id, choice with { To = null }, change with { Refusal = LegalAidTexts.Of(BookingRefusal.SlotTaken) }, ct);

        var by = AuditActor.Staff(visit.Known.Staff);
        var refusal = await bookings.MoveAsync($"{id}", slot, by, ct, change.Tells.Value, change.Reason, BookingDesk.SeenIn(http.Request));
        return refusal is { } why
            ? await room.ShowAsync(id, choice with { To = null }, change with { Refusal = LegalAidTexts.Of(why is BookingRefusal.NotNow ? BookingRefusal.SlotTaken : why) }, ct)
            : ConsolePages.GoTo(AddressOf(id));
    }

    private static async Task<IResult> TransferAsync(Guid id, HttpContext http, ConsoleVisit visit, BookingRoom room, StaffBookings bookings, CancellationToken ct)
    {
        var change = ChangeAttempt.Of(http.Request);
        TransferTarget? target = Enum.TryParse<TransferTarget>(http.Request.Field(TransferPage.TargetField), out var named) && Enum.IsDefined(named) ? named : null;
        if (target is not { } to) return await room.ShowTransferAsync(id, null, change with { Refusal = "请选一下转到哪里。" }, ct);
        if (change.Tells is not { } tells) return await room.ShowTransferAsync(id, to, change with { Refusal = ChangeAttempt.NotSaid }, ct);

        var reason = change.Reason.Length > 0 ? change.Reason : null;
        if (await room.ToWorkOnAsync(id, ct) is null) return ConsolePages.Missing();

        var refusal = await bookings.TransferAsync($"{id}", to, reason, AuditActor.Staff(visit.Known.Staff), ct, tells, BookingDesk.SeenIn(http.Request));
        return refusal is { } why
            ? await room.ShowTransferAsync(id, to, change with { Refusal = LegalAidTexts.Of(why) }, ct)
            : ConsolePages.GoTo(AddressOf(id));
    }

    private static async Task<IResult> CancelAsync(Guid id, HttpContext http, ConsoleVisit visit, BookingRoom room, StaffBookings bookings, CancellationToken ct)
    {
        var change = ChangeAttempt.Of(http.Request);
        if (change.Reason.Length == 0) return await room.ShowCancelAsync(id, change with { Refusal = "请写一下为什么取消。" }, ct);
        if (change.Tells is not { } tells) return await room.ShowCancelAsync(id, change with { Refusal = ChangeAttempt.NotSaid }, ct);

        if (await room.ToWorkOnAsync(id, ct) is null) return ConsolePages.Missing();

        var refusal = await bookings.CancelAsync($"{id}", change.Reason, AuditActor.Staff(visit.Known.Staff), ct, tells, BookingDesk.SeenIn(http.Request));
        return refusal is { } why
            ? await room.ShowCancelAsync(id, change with { Refusal = LegalAidTexts.Of(why) }, ct)
            : ConsolePages.GoTo(AddressOf(id));
    }
}

/// <summary>A change that somebody is about to make, so that nothing of it is lost when it is refused.</summary>
/// <param name="Tells">Whether whoever booked is told; null while that was not said.</param>
public sealed record ChangeAttempt(string Reason, bool? Tells)
{
    public const string ReasonField = "reason";
    public const string TellsField = "tells";
    public const string Yes = "yes";
    public const string No = "no";

    public const string NotSaid = "请选一下：通知本人吗？";

    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }

    internal static ChangeAttempt Of(HttpRequest request) => new(
        request.Field(ReasonField).Trim(), request.Field(TellsField) switch { Yes => true, No => false, _ => null });
}
