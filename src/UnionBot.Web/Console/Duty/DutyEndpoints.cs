using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.Cases;
using UnionBot.Core.People;
using UnionBot.Web.Commands;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Duty;

/// <summary>值班: who is on duty when, and whom an alarm would not reach.</summary>
internal static class DutyEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/duty";

    public const string Add = "add";
    public const string Remove = "remove";

    /// <summary>Who changes the rota, which is for the whole union.</summary>
    public static RoleKind[] Changing { get; } = [RoleKind.Operator, RoleKind.Administrator];

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.Auditor, RoleKind.Administrator);

    public static void MapDuty(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, (DutyRoom room, CancellationToken ct) => room.ShowAsync(null, ct));
        routes.MapForm(Page, ConsoleAccess.For(Changing), ChangeAsync);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext http, ConsoleVisit visit, StaffRights rights, DutyRegister register, DutyRoom room, CancellationToken ct)
    {
        if (!await rights.HoldsForAllAsync(visit.Known.Staff, Changing, ct)) return ConsolePages.Refused();

        var by = AuditActor.Staff(visit.Known.Staff);
        switch (http.Request.Field(ConsoleForms.DeedField))
        {
            case Add:
                var draft = new ShiftDraft(
                    http.Request.Field(DutyPage.StaffField), http.Request.Field(DutyPage.FromField), http.Request.Field(DutyPage.ToField));
                if (await AddAsync(register, by, draft, ct) is { } refusal) return await room.ShowAsync(draft with { Refusal = refusal }, ct);
                break;
            case Remove when long.TryParse(http.Request.Field(DutyPage.ShiftField), CultureInfo.InvariantCulture, out var shift):
                await register.RemoveAsync(by, shift, ct);
                break;
            default:
                return ConsolePages.Stale();
        }

        return ConsolePages.GoTo(Page);
    }

    /// <returns>Why it was not added, in plain words; null when it was.</returns>
    private static async Task<string?> AddAsync(DutyRegister register, AuditActor by, ShiftDraft draft, CancellationToken ct)
    {
        if (!long.TryParse(draft.Staff, CultureInfo.InvariantCulture, out var staff)) return "请选值班的人。";
        if (StaffWork.ReadTime(draft.From) is not { } from || StaffWork.ReadTime(draft.To) is not { } to) return "请选好开始和结束的时间。";
        if (to <= from) return "结束要在开始之后。";
        if (to - from > DutyShift.Longest) return $"一个班最长 {DutyShift.Longest.TotalDays} 天，请分开排。";

        return await register.AddAsync(by, staff, from, to, ct) is null ? "这位同事不在工作人员名单上了。" : null;
    }
}

/// <summary>What somebody typed, so that nothing of it is lost when it is refused.</summary>
public sealed record ShiftDraft(string Staff, string From, string To)
{
    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }
}
