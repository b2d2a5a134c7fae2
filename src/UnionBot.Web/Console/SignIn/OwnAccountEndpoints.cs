using Microsoft.AspNetCore.Http.HttpResults;
using UnionBot.Web.Console.Shared;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Console.SignIn;

/// <summary>One's own account: password, second factor, recovery codes, where one is signed in.</summary>
internal static class OwnAccountEndpoints
{
    public const string SignOutEverywhere = "sign-out-everywhere";
    public const string NewCodes = "new-codes";

    public static void MapOwnAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapPage(SignInEndpoints.PasswordPage, ConsoleAccess.SignedIn, (ConsoleVisit visit) => ShowPassword(visit, null));
        routes.MapForm(SignInEndpoints.PasswordPage, ConsoleAccess.SignedIn, ChangePasswordAsync).RequireRateLimiting(ConsoleServices.SignInLimit);
        routes.MapPage(SignInEndpoints.SecondFactorPage, ConsoleAccess.SignedIn, ShowSecondFactorAsync);
        routes.MapForm(SignInEndpoints.SecondFactorPage, ConsoleAccess.SignedIn, SetSecondFactorAsync).RequireRateLimiting(ConsoleServices.SignInLimit);
        routes.MapPage(SignInEndpoints.MePage, ConsoleAccess.SignedIn, ShowMeAsync);
        routes.MapForm(SignInEndpoints.MePage, ConsoleAccess.SignedIn, ChangeMeAsync);
    }

    private static RazorComponentResult<PasswordPage> ShowPassword(ConsoleVisit visit, PasswordRefusal? refusal) => ConsolePages.Show<PasswordPage>(
        (nameof(PasswordPage.IsGiven), visit.Known.Next is NextStep.ChangePassword), (nameof(PasswordPage.Refusal), refusal));

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext http, ConsoleVisit visit, StaffAccounts accounts, SignInSessions sessions, CancellationToken ct)
    {
        var (old, chosen) = (http.Request.Field(PasswordPage.OldField), http.Request.Field(PasswordPage.ChosenField));
        if (chosen != http.Request.Field(PasswordPage.AgainField)) return ConsolePages.Show<PasswordPage>((nameof(PasswordPage.IsDifferent), true));

        if (await accounts.ChangePasswordAsync(visit.Known.Staff, old, chosen, ct) is { } refusal) return ShowPassword(visit, refusal);

        // All sessions have ended with the old password; this browser goes on in a new one.
        StaffCookie.Keep(http.Response, await sessions.StartAsync(visit.Known.Staff, awaitsCode: false, DeviceWords.Of(http.Request), ct));
        return ConsolePages.GoTo(ConsoleEndpoints.Root);
    }

    private static async Task<IResult> ShowSecondFactorAsync(ConsoleVisit visit, StaffAccounts accounts, SecondFactors factors) =>
        await SecondFactorPageAsync(visit, accounts, factors, isWrong: false);

    private static async Task<IResult> SetSecondFactorAsync(
        HttpContext http, ConsoleVisit visit, StaffAccounts accounts, SecondFactors factors, CancellationToken ct)
    {
        var code = string.Concat(http.Request.Field(SecondFactorPage.CodeField).Where(c => !char.IsWhiteSpace(c)));
        return await factors.ConfirmAsync(visit.Known.Staff, code, ct) is { } codes
            ? ConsolePages.Show<RecoveryCodesPage>((nameof(RecoveryCodesPage.Codes), codes))
            : await SecondFactorPageAsync(visit, accounts, factors, isWrong: true);
    }

    private static async Task<IResult> SecondFactorPageAsync(
        ConsoleVisit visit, StaffAccounts accounts, SecondFactors factors, bool isWrong)
    {
        var account = (await accounts.FindAsync(visit.Known.User))!;
        if (account.TwoFactorEnabled) return ConsolePages.GoTo(SignInEndpoints.MePage);

        var secret = await factors.SecretAsync(account);
        return ConsolePages.Show<SecondFactorPage>(
            (nameof(SecondFactorPage.Secret), secret),
            (nameof(SecondFactorPage.Address), SecondFactors.AddressOf(account, secret)),
            (nameof(SecondFactorPage.IsWrong), isWrong));
    }

    private static async Task<IResult> ShowMeAsync(
        ConsoleVisit visit, StaffAccounts accounts, SecondFactors factors, SignInSessions sessions, CancellationToken ct)
    {
        var account = (await accounts.FindAsync(visit.Known.User))!;
        return ConsolePages.Show<MePage>(
            (nameof(MePage.Sessions), await sessions.ListAsync(account.Id, ct)),
            (nameof(MePage.HasSecondFactor), account.TwoFactorEnabled),
            (nameof(MePage.CodesLeft), await factors.CodesLeftAsync(account)));
    }

    private static async Task<IResult> ChangeMeAsync(
        HttpContext http, ConsoleVisit visit, StaffAccounts accounts, SecondFactors factors, SignInSessions sessions, CancellationToken ct)
    {
        switch (http.Request.Field(ConsoleForms.DeedField))
        {
            case SignInEndpoints.SignOut:
                await sessions.EndAsync(visit.Known.Token, ct);
                break;
            case SignOutEverywhere:
                await accounts.SignOutEverywhereAsync(visit.Known.Staff, ct);
                break;
            case NewCodes when visit.Known.Next is NextStep.Nothing && (await accounts.FindAsync(visit.Known.User))!.TwoFactorEnabled:
                return ConsolePages.Show<RecoveryCodesPage>((nameof(RecoveryCodesPage.Codes), await factors.NewCodesAsync(visit.Known.Staff, ct)));
            default:
                return ConsolePages.GoTo(SignInEndpoints.MePage);
        }

        StaffCookie.Forget(http.Response);
        return ConsolePages.GoTo(SignInEndpoints.Page);
    }
}
