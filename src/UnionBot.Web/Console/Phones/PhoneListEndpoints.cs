using UnionBot.Core.People;
using UnionBot.Services.Membership.Retention;
using UnionBot.Services.Vacancies.Contacts;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Phones;

/// <summary>电话名单: who can only be reached by phone while something of theirs is open. Whose number was read by whom is in the audit.</summary>
internal static class PhoneListEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/phone-lists";

    private static readonly RoleKind[] Calling = [RoleKind.Operator];

    public static ConsoleAccess Callers { get; } = ConsoleAccess.For(Calling);

    public static void MapPhoneLists(this IEndpointRouteBuilder routes) => routes.MapPage(Page, Callers, ShowAsync);

    // The list is of the whole union: who works for a part of it finds its people by their cases.
    private static async Task<IResult> ShowAsync(
        ConsoleVisit visit, StaffRights rights, PhoneList list, CallSheets sheets, CancellationToken ct)
    {
        if (!await rights.HoldsForAllAsync(visit.Known.Staff, Calling, ct)) return ConsolePages.Refused();

        var lines = await list.ReadAsync(visit.Known.Staff, ct);
        var given = new Dictionary<long, string>();
        foreach (var number in lines.SelectMany(line => line.Cases))
        {
            if (await sheets.OpenAsync(number, visit.Known.Staff, ct) is { Phone: { } phone }) given[number] = phone;
        }

        return ConsolePages.Show<PhoneListPage>((nameof(PhoneListPage.Lines), lines), (nameof(PhoneListPage.Given), given));
    }
}
