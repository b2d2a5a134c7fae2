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

    private const string Overtaken = "您看这一页的时候，同事刚动过开关，现在的样子在下面，您写的也还在；看一眼再决定要不要提交。";

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.Auditor, RoleKind.Administrator);

    /// <summary>Who stops and starts, for the whole union.</summary>
    public static ConsoleAccess Deciders { get; } = ConsoleAccess.ForWhole(RoleKind.Operator, RoleKind.Administrator);

    /// <summary>Who lets a message go at a quiet hour, to somebody of their part of the tree.</summary>
    public static ConsoleAccess Exempters { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.Administrator);

    public static void MapOutbox(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, (OutboxRoom room, CancellationToken ct) => room.ShowAsync(null, ct));
        routes.MapForm(Page, Deciders, ChangeDayAsync);
        routes.MapPage(SwitchPage, Deciders, (OutboxRoom room, CancellationToken ct) => room.ShowSwitchAsync(null, ct));
        routes.MapForm(SwitchPage, Deciders, SwitchAsync);
    }

    private static async Task<IResult> ChangeDayAsync(
        HttpContext http, ConsoleVisit visit, SilentDays days, OutboxRoom room, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(http.Request.Field(OutboxPage.DayField), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return await room.ShowAsync("请选一天。", ct);

        var (deed, reason) = (http.Request.Field(ConsoleForms.DeedField), http.Request.Field(OutboxPage.ReasonField));
        if (deed == SetDay && string.IsNullOrWhiteSpace(reason)) return await room.ShowAsync("请写一下为什么。", ct);
        if (deed is not (SetDay or RemoveDay)) return ConsolePages.Stale();

        if (days.IsOver(day)) return await room.ShowAsync("这一天已经过去了，请选今天或以后的一天。", ct);

        return await days.SetAsync(day, deed == SetDay, visit.Known.Staff, reason, ct)
            ? ConsolePages.GoTo(Page)
            : await room.ShowAsync($"{day:yyyy-MM-dd} 同事刚{(deed == SetDay ? "定过" : "取消过")}，现在的静默日在下面。", ct);
    }

    private static async Task<IResult> SwitchAsync(
        HttpContext http, ConsoleVisit visit, SendSwitch sending, OutboxRoom room, CancellationToken ct)
    {
        var (deed, reason) = (http.Request.Field(ConsoleForms.DeedField), http.Request.Field(OutboxPage.ReasonField));
        if (deed is not (Stop or Start)) return ConsolePages.Stale();
        if (string.IsNullOrWhiteSpace(reason)) return await room.ShowSwitchAsync(new SwitchAttempt(reason, "请写一下为什么。"), ct);

        return await sending.SetAsync(deed == Stop, visit.Known.Staff, reason, http.Request.Field(Outbox.SwitchPage.VersionField), ct)
            ? ConsolePages.GoTo(Page)
            : await room.ShowSwitchAsync(new SwitchAttempt(reason, Overtaken), ct);
    }
}

/// <summary>What somebody typed, so that nothing of it is lost.</summary>
/// <param name="Refusal">Why nothing was done, in plain words.</param>
public sealed record SwitchAttempt(string Reason, string Refusal);
