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

    private const string Overtaken = "您看这一页的时候，同事刚改过值班表，新排的标在上面，您填的也还在；看一眼再决定要不要提交。";

    /// <summary>Who changes the rota, which is for the whole union.</summary>
    public static ConsoleAccess Changers { get; } = ConsoleAccess.ForWhole(RoleKind.Operator, RoleKind.Administrator);

    /// <summary>Who takes care of an alarm.</summary>
    public static ConsoleAccess Acknowledgers { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.Administrator);

    public static ConsoleAccess Readers { get; } = ConsoleAccess.For(RoleKind.Operator, RoleKind.Auditor, RoleKind.Administrator);

    public static void MapDuty(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Readers, (DutyRoom room, CancellationToken ct) => room.ShowAsync(null, ct));
        routes.MapForm(Page, Changers, ChangeAsync);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext http, ConsoleVisit visit, DutyRegister register, DutyRoom room, CancellationToken ct)
    {
        var by = AuditActor.Staff(visit.Known.Staff);
        var draft = new ShiftDraft(
            http.Request.Field(DutyPage.StaffField), http.Request.Field(DutyPage.FromField), http.Request.Field(DutyPage.ToField))
        {
            Seen = http.Request.Field(DutyPage.VersionField),
        };
        Func<Task<string?>>? change = http.Request.Field(ConsoleForms.DeedField) switch
        {
            Add => () => AddAsync(register, by, draft, ct),
            Remove when long.TryParse(http.Request.Field(DutyPage.ShiftField), CultureInfo.InvariantCulture, out var shift) =>
                () => RemoveAsync(register, by, shift, ct),
            _ => null,
        };
        if (change is null) return ConsolePages.Stale();

        string? refusal = null;
        if (!await register.TryChangeAsync(draft.Seen, async () => refusal = await change(), ct)) refusal = Overtaken;
        return refusal is null ? ConsolePages.GoTo(Page) : await room.ShowAsync(draft with { Refusal = refusal }, ct);
    }

    private static async Task<string?> RemoveAsync(DutyRegister register, AuditActor by, long shift, CancellationToken ct) =>
        await register.RemoveAsync(by, shift, ct) ? null : Overtaken;

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
    /// <summary>The version of the rota that they looked at.</summary>
    public string Seen { get; init; } = "";

    /// <summary>The newest shift that they have seen.</summary>
    public long NewestSeen => long.TryParse(Seen.Split('-')[^1], CultureInfo.InvariantCulture, out var shift) ? shift : long.MaxValue;

    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }
}
