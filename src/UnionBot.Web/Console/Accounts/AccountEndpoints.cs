using System.Globalization;
using UnionBot.Web.Console.Shared;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Console.Accounts;

/// <summary>账号和角色: who signs in and what they may do, each for the staff of their part of the tree.</summary>
internal static class AccountEndpoints
{
    public const string Page = ConsoleEndpoints.Root + "/accounts";

    public const string Open = "open";
    public const string Reset = "reset";
    public const string ResetAll = "reset-all";
    public const string Lock = "lock";
    public const string Unlock = "unlock";
    public const string SignOut = "sign-out";
    public const string Give = "give";
    public const string Take = "take";

    public static ConsoleAccess Administrators { get; } = ConsoleAccess.For(AccountDesk.Administrating);

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(Page, Administrators, (AccountRoom room, CancellationToken ct) => room.ListAsync(null, ct));
        routes.MapForm(Page, Administrators, AddAsync);
        routes.MapPage(Page + "/{number:long}", Administrators, (long number, AccountRoom room, CancellationToken ct) => room.ShowAsync(number, null, ct));
        routes.MapForm(Page + "/{number:long}", Administrators, ChangeAsync);
    }

    public static string AddressOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{Page}/{number}");

    private static async Task<IResult> AddAsync(HttpContext http, AccountRoom room, CancellationToken ct)
    {
        var draft = new AccountDraft(
            http.Request.Field(AccountListPage.NameField).Trim(),
            http.Request.Field(AccountListPage.OrganisationField).Trim(),
            http.Request.Field(AccountListPage.UserField).Trim());
        return await room.AddAsync(draft, ct);
    }

    private static async Task<IResult> ChangeAsync(long number, HttpContext http, AccountRoom room, CancellationToken ct)
    {
        var attempt = new AccountAttempt(
            http.Request.Field(ConsoleForms.DeedField),
            http.Request.Field(AccountPage.UserField).Trim(),
            http.Request.Field(AccountPage.RoleField),
            http.Request.Field(AccountPage.OrganisationField).Trim());
        return await room.ChangeAsync(new SeenAccount(number, http.Request.Field(AccountPage.VersionField)), attempt, ct);
    }
}

/// <summary>What somebody typed for a new account, so that nothing of it is lost when it is refused.</summary>
public sealed record AccountDraft(string Name, string Organisation, string User)
{
    /// <summary>In plain words; null while nothing was refused.</summary>
    public string? Refusal { get; init; }
}

/// <summary>What somebody tried to do with an account.</summary>
/// <param name="Role">A kind of role.</param>
public sealed record AccountAttempt(string Deed, string User, string Role, string Organisation)
{
    /// <inheritdoc cref="AccountDraft.Refusal"/>
    public string? Refusal { get; init; }
}
