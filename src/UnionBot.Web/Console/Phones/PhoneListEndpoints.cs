using UnionBot.Core.People;
using UnionBot.Services.Membership.Retention;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Phones;

/// <summary>电话名单: who of one's part of the tree can only be reached by phone while something of theirs is open. Whose number was read by whom is in the audit.</summary>
internal static class PhoneListEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/phone-lists";

    private static readonly RoleKind[] Calling = [RoleKind.Operator];

    public static ConsoleAccess Callers { get; } = ConsoleAccess.For(Calling);

    public static void MapPhoneLists(this IEndpointRouteBuilder routes) => routes.MapPage(Page, Callers, ShowAsync);

    private static async Task<IResult> ShowAsync(
        ConsoleVisit visit, StaffRights rights, PhoneList list, CallSheets sheets, CancellationToken ct)
    {
        var lines = await list.ReadAsync(await rights.ScopeAsync(visit.Known.Staff, Calling, ct), visit.Known.Staff, ct);
        var given = new Dictionary<long, string>();
        foreach (var number in lines.SelectMany(line => line.Cases))
        {
            if (await sheets.OpenAsync(number, visit.Known.Staff, ct) is { Phone: { } phone }) given[number] = phone;
        }

        return ConsolePages.Show<PhoneListPage>((nameof(PhoneListPage.Lines), lines), (nameof(PhoneListPage.Given), given));
    }
}
