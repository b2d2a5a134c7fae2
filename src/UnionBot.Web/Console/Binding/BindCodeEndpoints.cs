using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Binding;
using UnionBot.Web.Commands;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Binding;

/// <summary>绑定码: one for a member whom staff know, shown once.</summary>
internal static class BindCodeEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/bind-codes";

    private static readonly RoleKind[] Issuing = [RoleKind.Operator];

    public static ConsoleAccess Issuers { get; } = ConsoleAccess.For(Issuing);

    public static void MapBindCodes(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Issuers, () => Show(new BindCodeDraft("", $"{BindCodes.UsualDays}", "")));
        routes.MapForm(Page, Issuers, IssueAsync);
    }

    private static async Task<IResult> IssueAsync(
        HttpContext http, ConsoleVisit visit, StaffRights rights, StaffRegister staff, RosterRows roster, BindCodes codes, UnionDb db, CancellationToken ct)
    {
        var draft = new BindCodeDraft(
            http.Request.Field(BindCodePage.MemberField).Trim(),
            http.Request.Field(BindCodePage.DaysField),
            http.Request.Field(BindCodePage.ReasonField).Trim())
        {
            Seen = http.Request.Field(BindCodePage.VersionField),
        };
        if (DaysOf(draft) is not { } days) return Refuse(draft, $"有效期要在 1 到 {BindCodes.MostDays} 天之间。");
        if (draft.Reason.Length == 0) return Refuse(draft, "请写一下怎么确认是本人的。");

        var found = await roster.FindAsync(draft.Member, await rights.ScopeAsync(visit.Known.Staff, Issuing, ct), ct);
        if (found is not [var row]) return Refuse(draft, Explain(found));

        var open = await codes.OpenOfAsync(db, row.Row, ct);
        if (open is not null && draft.Seen != OfCode(open.Id))
        {
            var names = await staff.NamesAsync([open.IssuedBy], ct);
            return Refuse(draft with { Seen = OfCode(open.Id) }, $"{names[open.IssuedBy]} 在 {StaffWork.Show(open.IssuedAt)} 给这位会员发过一个，还没有用。再发一个，那个就作废；确定要发，请再提交一次。");
        }

        var code = await codes.IssueAsync(db, row.Row, visit.Known.Staff, TimeSpan.FromDays(days), draft.Reason, ct, open?.Id ?? 0);
        return code is null ? Refuse(draft, "没有发：这位会员已经绑定，或者同事刚给他发过。请再看一眼。") : ConsolePages.Show<IssuedCodePage>(
            (nameof(IssuedCodePage.Code), code), (nameof(IssuedCodePage.Member), row), (nameof(IssuedCodePage.Days), days));
    }

    private static string OfCode(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static int? DaysOf(BindCodeDraft draft) =>
        int.TryParse(draft.Days, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= BindCodes.MostDays ? days : null;

    private static string Explain(IReadOnlyList<RosterEntry> found) => found.Count == 0
        ? "名册里没有这个编号，或者不归您的单位管。"
        : $"有几家工会用这个编号，请改填名册行号：{string.Join("、", found.Select(row => $"{row.Row}（{row.Union}）"))}";

    private static RazorComponentResult<BindCodePage> Refuse(BindCodeDraft draft, string why) => Show(draft with { Refusal = why });

    private static RazorComponentResult<BindCodePage> Show(BindCodeDraft draft) =>
        ConsolePages.Show<BindCodePage>((nameof(BindCodePage.Draft), draft));
}

/// <summary>What somebody typed, so that nothing of it is lost when it is refused.</summary>
public sealed record BindCodeDraft(string Member, string Days, string Reason)
{
    /// <summary>The open code that they were told of; "" when they were told of none.</summary>
    public string Seen { get; init; } = "";

    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }
}
