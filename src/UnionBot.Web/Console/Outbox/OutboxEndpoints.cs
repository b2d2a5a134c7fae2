using System.Globalization;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Outbox;

/// <summary>发送: whether messages go out, those of which nobody knows whether they arrived, and silent days.</summary>
internal static class OutboxEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/outbox";
    public const string SwitchPage = Page + "/switch";

    public const string Stop = "stop";
    public const string Start = "start";
    public const string SetDay = "set";
    public const string RemoveDay = "remove";

    /// <summary>Who stops and starts, for the whole union.</summary>
    public static RoleKind[] Deciding { get; } = [RoleKind.Operator, RoleKind.Administrator];

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.Auditor, RoleKind.Administrator);

    private static ConsoleAccess Deciders { get; } = ConsoleAccess.For(Deciding);

    public static void MapOutbox(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, (OutboxRoom room, CancellationToken ct) => room.ShowAsync(null, ct));
        routes.MapForm(Page, Deciders, ChangeDayAsync);
        routes.MapPage(SwitchPage, Deciders, (OutboxRoom room, CancellationToken ct) => room.ShowSwitchAsync(isReasonMissing: false, ct));
        routes.MapForm(SwitchPage, Deciders, SwitchAsync);
    }

    private static async Task<IResult> ChangeDayAsync(
        HttpContext http, ConsoleVisit visit, StaffRights rights, SilentDays days, OutboxRoom room, CancellationToken ct)
    {
        if (!await rights.HoldsForAllAsync(visit.Known.Staff, Deciding, ct)) return ConsolePages.Refused();
        if (!DateOnly.TryParseExact(http.Request.Field(OutboxPage.DayField), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return await room.ShowAsync("请选一天。", ct);

        var (deed, reason) = (http.Request.Field(ConsoleForms.DeedField), http.Request.Field(OutboxPage.ReasonField));
        if (deed == SetDay && string.IsNullOrWhiteSpace(reason)) return await room.ShowAsync("请写一下为什么。", ct);
        if (deed is SetDay or RemoveDay) await days.SetAsync(day, deed == SetDay, visit.Known.Staff, reason, ct);
        return ConsolePages.GoTo(Page);
    }

    private static async Task<IResult> SwitchAsync(
        HttpContext http, ConsoleVisit visit, StaffRights rights, SendSwitch sending, OutboxRoom room, CancellationToken ct)
    {
        if (!await rights.HoldsForAllAsync(visit.Known.Staff, Deciding, ct)) return ConsolePages.Refused();

        var (deed, reason) = (http.Request.Field(ConsoleForms.DeedField), http.Request.Field(OutboxPage.ReasonField));
        if (string.IsNullOrWhiteSpace(reason)) return await room.ShowSwitchAsync(isReasonMissing: true, ct);
        if (deed is Stop or Start) await sending.SetAsync(deed == Stop, visit.Known.Staff, reason, ct);
        return ConsolePages.GoTo(Page);
    }
}
